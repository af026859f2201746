import { eq, sql } from 'drizzle-orm'
import * as v from 'valibot'

import { accounts } from '../accounts/tables.ts'
import type { Call } from '../foundation/call.ts'
import { open } from '../foundation/seal.ts'
import { organizations } from '../organizations/tables.ts'
import type { ChallengeVersion } from '../scenarios/challenge-version.ts'
import { readChallengeVersion } from '../scenarios/find-challenge-version.ts'
import type { Turn } from '../scenarios/story.ts'
import { challengeVersions } from '../scenarios/tables.ts'
import { type Answers, openAnswers } from './answers.ts'
import { recordedTurns } from './recorded-turns.ts'
import { submissions, turns } from './tables.ts'

export interface SubmissionContent {
  submission: typeof submissions.$inferSelect
  version: ChallengeVersion
  /** All that was recorded, going back included: `new Playthrough(version.ink, turns)` replays it. */
  turns: Turn[]
  /** As typed: nobody but the author reads them before `redact(text, author.name, programmes)`. */
  answers: Answers
  author: { name: string; programmes: string[] }
}

/**
 * Everything that was handed in, with what it takes to read it: for those who judge it and for the
 * result. Not behind a scope: who calls it has checked a claim or owns the submission.
 */
export async function findSubmissionContent(
  { db }: Call,
  submissionId: string,
): Promise<SubmissionContent | undefined> {
  const isThis = eq(submissions.id, submissionId)
  const [[found], recorded] = await db.batch([
    db
      .select({
        submission: submissions,
        body: challengeVersions.body,
        name: accounts.name,
        // Two columns of one name would be one in D1's row.
        programme: sql<string>`${organizations.name}`.as('programme'),
        aliases: organizations.aliases,
      })
      .from(submissions)
      .innerJoin(challengeVersions, eq(challengeVersions.hash, submissions.versionHash))
      .innerJoin(accounts, eq(accounts.id, submissions.studentId))
      .innerJoin(organizations, eq(organizations.id, submissions.organizationId))
      .where(isThis),
    db
      .select({ kind: turns.kind, choiceId: turns.choiceId })
      .from(turns)
      .innerJoin(submissions, eq(submissions.attemptId, turns.attemptId))
      .where(isThis)
      .orderBy(turns.number),
  ])
  if (!found) return undefined
  const aliases = v.parse(v.array(v.string()), JSON.parse(found.aliases))
  return {
    submission: found.submission,
    version: readChallengeVersion(found.body),
    turns: recordedTurns(recorded),
    answers: openAnswers(found.submission.answers),
    author: {
      name: found.name === null ? '' : open(found.name),
      programmes: [found.programme, ...aliases],
    },
  }
}
