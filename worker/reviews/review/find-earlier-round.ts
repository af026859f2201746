import { sql } from 'drizzle-orm'

import { openAnswers } from '../../attempts/answers.ts'
import type { Call } from '../../foundation/call/call.ts'
import { allOf } from '../../foundation/crypto/all-of.ts'
import { open, rowOf } from '../../foundation/crypto/seal.ts'
import { redact } from '../../foundation/redactor/redact.ts'
import type { ChallengeVersion } from '../../scenarios/challenge/challenge-version.ts'
import { ratings as ratingTable, reviews as reviewTable } from '../tables.ts'

/** The answers of the round before, and what this reviewer wrote about them. */
export interface EarlierRound {
  answers: { promptId: string; text: string }[]
  worked: string
  tryNext: string
  reasons: { criterion: string; level: number; reason: string }[]
}

interface Author {
  name: string
  programmes: readonly string[]
}

interface Row {
  id: string
  answers: string
  worked: string
  try_next: string
  criterion: string
  level: number
  reason: string
}

/**
 * SQL on a claim `c` and its submission `s`: the submission of the round before, only for the
 * preferred reviewer. Nobody else sees an earlier text.
 */
export const earlierSubmission = sql`(SELECT b.id FROM submission_queue q
  JOIN submissions b ON b.attempt_id = s.attempt_id AND b.round = s.round - 1
  WHERE q.submission_id = c.submission_id AND q.kind = c.role AND q.preferred_id = c.reviewer_id)`

/** The earlier round of `earlierSubmission`, with the caller's own review of it. */
export async function findEarlierRound(
  call: Call,
  submissionId: string | null,
  { challenge }: ChallengeVersion,
  author: Author,
): Promise<EarlierRound | null> {
  if (submissionId === null) return null
  const rows = await call.db.all<Row>(sql`
    SELECT w.id, s.answers, w.worked, w.try_next, g.criterion, g.level, g.reason
    FROM reviews w JOIN submissions s ON s.id = w.submission_id
    JOIN ratings g ON g.review_id = w.id
    WHERE w.submission_id = ${submissionId} AND w.reviewer_id = ${call.actorId}
      AND w.withdrawn_at IS NULL ORDER BY g.criterion`)
  const [first] = rows
  if (!first) return null
  const answers = await openAnswers(call, submissionId, first.answers)
  return {
    answers: Object.entries(answers).map(([promptId, text]) => ({
      promptId,
      text: redact(text, author.name, author.programmes, challenge.language).text,
    })),
    worked: await open(call, reviewTable.worked, first.id, first.worked),
    tryNext: await open(call, reviewTable.tryNext, first.id, first.try_next),
    reasons: await allOf(rows, async ({ id, criterion, level, reason }) => ({
      criterion,
      level,
      reason: await open(call, ratingTable.reason, rowOf(id, criterion), reason),
    })),
  }
}
