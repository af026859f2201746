import { eq, sql } from 'drizzle-orm'

import { openName } from '../../accounts/account/open-account.ts'
import { accounts } from '../../accounts/tables.ts'
import type { Call } from '../../foundation/call/call.ts'
import type { ChallengeVersion } from '../../scenarios/challenge/challenge-version.ts'
import { readChallengeVersion } from '../../scenarios/challenge/find-challenge-version.ts'
import type { Turn } from '../../scenarios/play/story.ts'
import { challengeVersions } from '../../scenarios/tables.ts'
import { type Answers, openAnswers } from '../answers.ts'
import { namesToHideOf, readNamesToHide } from './find-names-to-hide.ts'
import { recordedTurns } from '../attempt/recorded-turns.ts'
import { submissions, turns } from '../tables.ts'

export interface SubmissionContent {
  submission: typeof submissions.$inferSelect
  version: ChallengeVersion
  /**
   * All recorded turns, including steps back: `new Playthrough(version.ink, turns)` replays them.
   */
  turns: Turn[]
  /**
   * As typed. Anybody but the author must get them through
   * `redact(text, author.name, programmes, language)`.
   */
  answers: Answers
  author: { name: string; programmes: string[] }
}

/**
 * Everything that was submitted, with what is needed to read it, for reviewers and for the result.
 * It checks no rights: the caller must have checked a claim or own the submission.
 */
export async function findSubmissionContent(
  call: Call,
  submissionId: string,
): Promise<SubmissionContent | undefined> {
  const isThis = eq(submissions.id, submissionId)
  const [[found], recorded] = await call.db.batch([
    call.db
      .select({
        submission: submissions,
        body: challengeVersions.body,
        name: accounts.name,
        namesToHide: sql<string>`${namesToHideOf(sql`${submissions.studentId}`)}`.as(
          'names_to_hide',
        ),
      })
      .from(submissions)
      .innerJoin(challengeVersions, eq(challengeVersions.hash, submissions.versionHash))
      .innerJoin(accounts, eq(accounts.id, submissions.studentId))
      .where(isThis),
    call.db
      .select({ kind: turns.kind, choiceId: turns.choiceId })
      .from(turns)
      .innerJoin(submissions, eq(submissions.attemptId, turns.attemptId))
      .where(isThis)
      .orderBy(turns.number),
  ])
  if (!found) return undefined
  const { studentId, answers } = found.submission
  return {
    submission: found.submission,
    version: readChallengeVersion(found.body),
    turns: recordedTurns(recorded),
    answers: await openAnswers(call, submissionId, answers),
    author: {
      name: await openName(call, studentId, found.name, ''),
      programmes: readNamesToHide(found.namesToHide),
    },
  }
}
