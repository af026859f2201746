import { sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import type { Note } from '../../foundation/outbox/note.ts'
import { isPilot } from '../../scenarios/challenge/pilot.ts'
import { pilotPrior, type Prior } from '../estimate/estimate.ts'
import { submissionPriors } from '../tables.ts'
import { priorAfter } from './prior.ts'

interface Row {
  criterion: string
  pilot: number
  version_mean: number | null
  version_variance: number | null
  last_mean: number | null
  last_variance: number | null
}

/**
 * Reaction to attempt.submitted (a submission's id): stores what is known of each criterion before
 * anybody judges the answer, so that later submissions of others cannot change its score. In round
 * 1 that is the version's prior, or the pilot's; in a later round the last estimate.
 */
export async function freezePriors(call: Call, { subjectId: submissionId }: Note): Promise<void> {
  const rows = await findKnown(call, submissionId)
  if (rows.length === 0) return
  await commit(
    call,
    [
      call.db
        .insert(submissionPriors)
        .values(rows.map((row) => ({ submissionId, criterion: row.criterion, ...priorOf(row) })))
        .onConflictDoNothing(),
      auditEntry(call, 'submission.prior-kept', submissionId),
    ],
    { answer: null },
  )
}

/** For each criterion that the round is about. */
function findKnown({ db }: Call, submissionId: string): Promise<Row[]> {
  const last = (column: 'mean' | 'variance') => sql`(
    SELECT ${column === 'mean' ? sql`e.mean` : sql`e.variance`} FROM submissions o
    JOIN estimates e ON e.submission_id = o.id AND e.criterion = open.value
    WHERE o.attempt_id = s.attempt_id AND o.round < s.round
    ORDER BY o.round DESC, e.number DESC LIMIT 1)`
  return db.all<Row>(sql`
    SELECT open.value AS criterion, ${isPilot(sql`s.version_hash`)} AS pilot,
      p.mean AS version_mean, p.variance AS version_variance,
      ${last('mean')} AS last_mean, ${last('variance')} AS last_variance
    FROM submissions s
    JOIN rounds r ON r.attempt_id = s.attempt_id AND r.number = s.round
    JOIN json_each(r.open_criteria) open
    LEFT JOIN version_priors p ON p.version_hash = s.version_hash AND p.criterion = open.value
    WHERE s.id = ${submissionId}`)
}

function priorOf(row: Row): Prior {
  if (row.last_mean !== null && row.last_variance !== null) {
    return priorAfter({ mean: row.last_mean, variance: row.last_variance })
  }
  if (row.pilot === 1 || row.version_mean === null || row.version_variance === null) {
    return pilotPrior
  }
  return { mean: row.version_mean, variance: row.version_variance }
}
