import { and, eq, gt } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { hex, randomBytes } from '../../foundation/crypto/encoding.ts'
import { newId } from '../../foundation/call/id.ts'
import { note } from '../../foundation/outbox/note.ts'
import { type Answers, evidenceHash, sealAnswers } from '../answers.ts'
import { setPlayedMinutes } from '../../scenarios/catalogue/set-played-minutes.ts'
import { overBefore, promisedAt } from '../attempt/attempt.ts'
import type { OwnAttempt } from '../attempt/find-own-attempt.ts'
import { medianMinutes, playedMinutes } from '../attempt/played-minutes.ts'
import { alreadyHandedIn, turnTaken } from '../problems.ts'
import { criteriaOfRound, settledAnswers } from '../round/changeable.ts'
import { type Receipt, receiptOf } from './receipt.ts'
import type { SubmitAttemptInput } from './submit-attempt-input.ts'
import { attempts, rounds, submissions } from '../tables.ts'
import { whyNotHandIn } from './why-not-hand-in.ts'

/** Submits a round, once, for review. Returns the receipt. */
export async function submitAttempt(
  call: Call,
  own: OwnAttempt,
  input: SubmitAttemptInput,
): Promise<Receipt> {
  const refusal = whyNotHandIn(own, input, call.now)
  if (refusal) throw refusal

  const { round } = input
  const answers = { ...input.answers, ...settledAnswers(own) }
  const submission = await submissionOf(call, own, answers)
  const { attempt } = own
  // Only if the story is still where it was read. Otherwise a turn taken meanwhile in another
  // window would be submitted unseen.
  const asRead = and(
    eq(attempts.id, attempt.id),
    eq(attempts.state, 'open'),
    eq(attempts.inkState, attempt.inkState),
    gt(attempts.closesAt, overBefore(call.now)),
  )
  return commit(
    call,
    [
      call.db.insert(submissions).values(submission),
      call.db
        .update(attempts)
        .set({ state: 'handed-in', endedAt: call.now, playedMinutes: minutesOf(own, call.now) })
        .where(asRead),
      guard(call, 'attempt_moved_on'),
      call.db.insert(rounds).values({
        attemptId: attempt.id,
        number: round,
        state: 'open',
        openCriteria: JSON.stringify(criteriaOfRound(own)),
        openedAt: call.now,
      }),
      setPlayedMinutes(call, attempt, medianMinutes(attempt.versionHash)),
      note(call, 'attempt.submitted', submission.id),
      auditEntry(call, 'attempt.submitted', attempt.id, { submissionId: submission.id, round }),
    ],
    {
      answer: receiptOf(submission, own.mentorIsFree ? null : 'mentor'),
      conflicts: {
        'submissions.attempt_id, submissions.round': alreadyHandedIn,
        attempt_moved_on: turnTaken,
      },
    },
  )
}

/** Measured at the first submission only: a later round does not play the story again. */
function minutesOf({ attempt, turnTimes }: OwnAttempt, now: Date): number | null {
  if (attempt.round > 1) return attempt.playedMinutes
  return playedMinutes([attempt.startedAt, ...turnTimes, now])
}

async function submissionOf(call: Call, { attempt, challenge }: OwnAttempt, answers: Answers) {
  const evidenceSalt = hex(randomBytes(16))
  const id = newId()
  const { studentId } = attempt
  return {
    id,
    attemptId: attempt.id,
    round: attempt.round,
    studentId,
    organizationId: attempt.organizationId,
    challengeId: attempt.challengeId,
    versionHash: attempt.versionHash,
    skill: attempt.skill,
    language: challenge.language,
    answers: await sealAnswers(call, { id, studentId }, answers),
    evidenceHash: await evidenceHash(evidenceSalt, answers),
    evidenceSalt,
    kind: 'attempt',
    at: call.now,
    promisedAt: promisedAt(call.now, challenge.decideWithinDays, call.reader.zone),
  } as const
}
