import { type SQL, sql } from 'drizzle-orm'

/** A row of `latestEstimates`. */
export interface LatestEstimateRow {
  /** The submission that was asked about. */
  submission_id: string
  /** The submission of the round that the estimate is from: the same one, or an earlier one. */
  estimated_id: string
  round: number
  /** When that round was handed in. */
  handed_in_at: number
  criterion: string
  state: 'proficient' | 'not-yet' | 'needs-more'
  mean: number
  variance: number
  prior_mean: number
  prior_variance: number
  inputs: string
}

/**
 * SQL: the latest estimate of each criterion over the rounds of an attempt, up to a submission. A
 * criterion that was proved in an earlier round is not rated again, so its estimate is from there.
 * `submissionIds` is a query with one column, `submission_id`.
 */
export function latestEstimates(submissionIds: SQL): SQL {
  // In a query with max(), SQLite takes the other columns from the row with the maximum.
  return sql`SELECT wanted.submission_id, s.id AS estimated_id, s.round, s.at AS handed_in_at,
      e.criterion, e.state, e.mean, e.variance, e.prior_mean, e.prior_variance, e.inputs,
      max(s.round * 1000000 + e.number) AS latest
    FROM (${submissionIds}) wanted
    CROSS JOIN submissions asked ON asked.id = wanted.submission_id
    CROSS JOIN submissions s ON s.attempt_id = asked.attempt_id AND s.round <= asked.round
    CROSS JOIN estimates e ON e.submission_id = s.id
    GROUP BY wanted.submission_id, e.criterion`
}
