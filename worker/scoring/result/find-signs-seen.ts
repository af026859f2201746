import { type SQL, sql } from 'drizzle-orm'
import * as v from 'valibot'

import type { Call } from '../../foundation/call/call.ts'
import { latestEstimates } from './find-latest-estimates.ts'
import { indicatorsMet } from './indicators-met.ts'
import { readInputs } from '../estimate/inputs.ts'
import { ticksOf } from './result.ts'

/** The signs that reviewers saw, sorted, by competency. */
export type SignsSeen = Record<string, string[]>

export interface SignsRow {
  submission_id: string
  criterion: string
  inputs: string
  ratings: string
}

const Ratings = v.array(v.object({ id: v.string(), indicators: v.array(v.string()) }))

/**
 * The signs seen in these submissions, as their authors' results show them. `submissionIds` is a
 * query with one column, `submission_id`.
 */
export function findSignsSeen(call: Call, submissionIds: SQL) {
  return call.db.all<SignsRow>(sql`
    SELECT latest.submission_id, latest.criterion, latest.inputs,
      (SELECT json_group_array(json_object('id', w.id, 'indicators', json(g.indicators)))
        FROM reviews w CROSS JOIN ratings g ON g.review_id = w.id AND g.criterion = latest.criterion
        WHERE w.submission_id = latest.estimated_id AND w.withdrawn_at IS NULL) AS ratings
    FROM (${latestEstimates(submissionIds)}) latest`)
}

/** The signs seen, from rows of `findSignsSeen`, by submission id. */
export function signsSeenOf(rows: readonly SignsRow[]): Map<string, SignsSeen> {
  const bySubmission = Map.groupBy(rows, (row) => row.submission_id)
  return new Map([...bySubmission].map(([id, criteria]) => [id, signsIn(criteria)]))
}

function signsIn(rows: readonly SignsRow[]): SignsSeen {
  return Object.fromEntries(rows.map((row) => [row.criterion, signsOf(row)]))
}

function signsOf({ criterion, inputs, ratings }: SignsRow): string[] {
  const reviews = v.parse(Ratings, JSON.parse(ratings)).map(({ id, indicators }) => ({
    id,
    ratings: [{ criterion, indicators }],
  }))
  return [...indicatorsMet(ticksOf(criterion, readInputs(inputs), reviews))].toSorted()
}
