import type { Call } from '../../foundation/call/call.ts'
import type { Statement } from '../../foundation/call/db.ts'
import { newId } from '../../foundation/call/id.ts'
import { hex, randomBytes } from '../../foundation/crypto/encoding.ts'
import { note } from '../../foundation/outbox/note.ts'
import type { ChallengeVersion } from '../../scenarios/challenge/challenge-version.ts'
import { Playthrough } from '../../scenarios/play/story.ts'
import { type Answers, evidenceHash, sealAnswers } from '../answers.ts'
import { promisedAt } from '../attempt/attempt.ts'
import { attempts, rounds, submissions, turns } from '../tables.ts'

interface Account {
  attemptId: string
  organizationId: string
  version: ChallengeVersion
  versionHash: string
  /** A text for each prompt. */
  answers: Answers
}

/**
 * For a commit: hands in an account of past work. It becomes an attempt at the challenge of its
 * skill that is handed in as it is made, so reviews, scoring and badges treat it like an answer.
 */
export async function accountStatements(
  call: Call,
  { attemptId, organizationId, version, versionHash, answers }: Account,
): Promise<{ submissionId: string; promisedAt: Date; statements: Statement[] }> {
  const { id: challengeId, skill, language, competencies, decideWithinDays } = version.challenge
  const { actorId: studentId, now } = call
  const id = newId()
  const evidenceSalt = hex(randomBytes(16))
  const common = { studentId, organizationId, challengeId, versionHash, skill }
  const submission = {
    ...common,
    id,
    attemptId,
    round: 1,
    language,
    answers: await sealAnswers(call, { id, studentId }, answers),
    evidenceHash: await evidenceHash(evidenceSalt, answers),
    evidenceSalt,
    kind: 'prior-learning' as const,
    at: now,
    promisedAt: promisedAt(now, decideWithinDays, call.reader.zone),
  }
  const played = turnsThrough(version)
  const attempt = {
    ...common,
    id: attemptId,
    state: 'handed-in' as const,
    round: 1,
    inkState: played.inkState,
    startedAt: now,
    closesAt: now,
    endedAt: now,
    sitting: 'unsupervised' as const,
    identity: 'not checked' as const,
  }
  const statements = [
    call.db.insert(attempts).values(attempt),
    call.db.insert(turns).values(played.turns.map((turn) => ({ ...turn, attemptId, at: now }))),
    call.db.insert(submissions).values(submission),
    call.db.insert(rounds).values({
      attemptId,
      number: 1,
      state: 'open',
      openCriteria: JSON.stringify(competencies),
      openedAt: now,
    }),
    note(call, 'attempt.submitted', id),
  ]
  return { submissionId: id, promisedAt: submission.promisedAt, statements }
}

/** The story only asks, so there is one way through it: each prompt is answered. */
function turnsThrough({ ink }: ChallengeVersion) {
  const story = new Playthrough(ink)
  const taken = []
  for (let number = 1; !story.screen.ended; number++) {
    const id = story.screen.promptId ?? ''
    story.take({ kind: 'answer', id })
    const { passageId } = story.screen
    taken.push({
      number,
      kind: 'answer' as const,
      choiceId: id,
      passageId,
      inkState: story.inkState,
    })
  }
  return { turns: taken, inkState: story.inkState }
}
