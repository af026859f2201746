import { sql } from 'drizzle-orm'
import * as v from 'valibot'

import { openAnswers } from '../../attempts/answers.ts'
import type { Call } from '../../foundation/call/call.ts'
import { readRubric } from '../../skills/find-rubric.ts'
import type { Rubric, RubricCriterion } from '../../skills/rubric.ts'
import { type Claim, ownClaim } from '../claim/find-claim.ts'
import { wordsIn } from './review.ts'

export interface ClaimToReview {
  claim: Claim
  /** The criteria that this review must rate. */
  criteria: RubricCriterion[]
  words: number
  lastHandedInAt: Date | undefined
}

interface Row {
  rubric: string
  state: string
  open_criteria: string
  answers: string
  last: number | null
}

const CriterionIds = v.array(v.string())

/**
 * The criteria that a review must rate: the open ones of an open round. When a round closes, its
 * `open_criteria` become those that are not proficient, so a review after that rates all criteria.
 */
export function criteriaAsked({ criteria }: Rubric, roundState: string, openCriteria: string) {
  const open = v.parse(CriterionIds, JSON.parse(openCriteria))
  return roundState === 'open'
    ? criteria.filter(({ competency }) => open.includes(competency))
    : criteria
}

/** The caller's claim, with what is needed to check its review. */
export async function findClaimToReview(
  call: Call,
  param: Record<string, string>,
): Promise<ClaimToReview | undefined> {
  const [[claim], [row]] = await call.db.batch([
    ownClaim(call, param),
    call.db.all<Row>(sql`
      SELECT b.body AS rubric, r.state, r.open_criteria, s.answers,
        (SELECT max(handed_in_at) FROM reviews
          WHERE reviewer_id = c.reviewer_id AND withdrawn_at IS NULL) AS last
      FROM claims c
      JOIN submissions s ON s.id = c.submission_id
      JOIN rounds r ON r.attempt_id = s.attempt_id AND r.number = s.round
      JOIN challenge_versions v ON v.hash = s.version_hash
      JOIN rubric_versions b ON b.hash = v.rubric_hash
      WHERE c.id = ${param.claimId ?? ''} AND c.reviewer_id = ${call.actorId}`),
  ])
  if (!claim || !row) return undefined
  return {
    claim,
    criteria: criteriaAsked(readRubric(row.rubric), row.state, row.open_criteria),
    words: wordsIn(Object.values(await openAnswers(call, claim.submissionId, row.answers))),
    lastHandedInAt: row.last === null ? undefined : new Date(row.last),
  }
}
