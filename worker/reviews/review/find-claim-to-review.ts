import { sql } from 'drizzle-orm'
import * as v from 'valibot'

import { openAnswers } from '../../attempts/answers.ts'
import type { Call } from '../../foundation/call/call.ts'
import { readChallengeVersion } from '../../scenarios/challenge/find-challenge-version.ts'
import { readRubric } from '../../skills/find-rubric.ts'
import type { Rubric, RubricCriterion } from '../../skills/rubric.ts'
import { answersOfItem, criteriaOfItem, type ItemRow } from '../calibration/item-work.ts'
import { itemColumns, judgedAnswer } from '../calibration/judged-answer.ts'
import { type Claim, ownClaim } from '../claim/find-claim.ts'
import { wordsIn } from './review.ts'

export interface ClaimToReview {
  claim: Claim
  /** The criteria that this review must rate. */
  criteria: RubricCriterion[]
  words: number
  lastHandedInAt: Date | undefined
}

interface Row extends ItemRow {
  rubric: string
  /** The version, if the answers are in its calibration. */
  version: string | null
  asked: string | null
  submission_id: string
  answers: string
  last: number | null
}

const CriterionIds = v.array(v.string())

/**
 * SQL: the criteria that a round began with, and so those that its reviews rate. When a round
 * closes, its own `open_criteria` become those that are not proficient. Those of the round before
 * stay; a first round has none before it, and begins with all.
 */
export const criteriaAtBeginning = sql`CASE r.state WHEN 'open' THEN r.open_criteria
  ELSE (SELECT b.open_criteria FROM rounds b
    WHERE b.attempt_id = r.attempt_id AND b.number = r.number - 1) END`

/** The criteria that a review must rate, from `criteriaAtBeginning`. */
export function criteriaAsked({ criteria }: Rubric, atBeginning: string | null) {
  if (atBeginning === null) return criteria
  const asked = v.parse(CriterionIds, JSON.parse(atBeginning))
  return criteria.filter(({ competency }) => asked.includes(competency))
}

/** The caller's claim, with what is needed to check its review. */
export async function findClaimToReview(
  call: Call,
  param: Record<string, string>,
): Promise<ClaimToReview | undefined> {
  const [[claim], [row]] = await call.db.batch([
    ownClaim(call, param),
    call.db.all<Row>(sql`
      SELECT b.body AS rubric, CASE i.source WHEN 'public' THEN v.body END AS version,
        ${itemColumns}, ${criteriaAtBeginning} AS asked, s.id AS submission_id, s.answers,
        (SELECT max(handed_in_at) FROM reviews
          WHERE reviewer_id = c.reviewer_id AND withdrawn_at IS NULL) AS last
      ${judgedAnswer}
      JOIN rubric_versions b ON b.hash = v.rubric_hash
      WHERE c.id = ${param.claimId ?? ''} AND c.reviewer_id = ${call.actorId}`),
  ])
  if (!claim || !row) return undefined
  const rubric = readRubric(row.rubric)
  return {
    claim,
    criteria: claim.itemId ? criteriaOfItem(row, rubric) : criteriaAsked(rubric, row.asked),
    words: wordsIn(Object.values(await answersOf(call, row))),
    lastHandedInAt: row.last === null ? undefined : new Date(row.last),
  }
}

function answersOf(call: Call, row: Row) {
  if (!row.item_id) return openAnswers(call, row.submission_id, row.answers)
  return answersOfItem(call, row, row.version ? readChallengeVersion(row.version) : none)
}

const none = { calibration: [] }
