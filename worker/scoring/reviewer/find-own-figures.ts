import { sql } from 'drizzle-orm'
import * as v from 'valibot'

import type { Call } from '../../foundation/call/call.ts'
import { isPublicRubric } from '../../scenarios/catalogue/find-public-rubric.ts'
import { mondayAfter, mondayBefore } from './monday.ts'

/** With fewer anchored reviews the figures would say more about chance than about the reviewer. */
const reviewsToShow = 4

const Distances = v.strictTuple([v.number(), v.number(), v.number()])
const LookAgain = v.nullable(
  v.strictObject({
    versionHash: v.string(),
    criterion: v.string(),
    known: v.number(),
    given: v.number(),
  }),
)

interface Row {
  anchored: number
  shift: number
  difference: number
  kappa: number | null
  set_aside: number
  distances: string
  look_again: string
  name: string | null
  skill: string | null
  rubric_hash: string | null
}

/**
 * How the caller's levels compare with known levels, in the role in which they act, as of last
 * Monday. `figures` is null while there is too little evidence.
 */
export async function findOwnFigures(call: Call) {
  const role = call.acting?.role === 'mentor' ? ('mentor' as const) : ('peer' as const)
  const [row] = await call.db.all<Row>(sql`
    SELECT f.anchored, f.shift, f.difference, f.kappa, f.set_aside, f.distances, f.look_again,
      (SELECT c.value ->> '$.name' FROM json_each(b.body, '$.criteria') c
        WHERE c.value ->> '$.competency' = f.look_again ->> '$.criterion') AS name,
      v.skill, CASE WHEN ${isPublicRubric(sql`v.rubric_hash`)} THEN v.rubric_hash END AS rubric_hash
    FROM reviewer_snapshots f
    LEFT JOIN challenge_versions v ON v.hash = f.look_again ->> '$.versionHash'
    LEFT JOIN rubric_versions b ON b.hash = v.rubric_hash
    WHERE f.account_id = ${call.actorId} AND f.role = ${role}`)
  const anchored = row?.anchored ?? 0
  return {
    role,
    asOf: mondayBefore(call.now).toISOString(),
    nextAt: mondayAfter(call.now).toISOString(),
    anchored,
    needed: reviewsToShow,
    figures: row && anchored >= reviewsToShow ? figuresOf(row) : null,
  }
}

function figuresOf(row: Row) {
  const [same, one, more] = v.parse(Distances, JSON.parse(row.distances))
  return {
    /** How many levels were the known one, one away, and further away. */
    distances: { same, one, more },
    /** In levels, to a tenth; above 0: milder than the known levels. */
    difference: Math.round(row.difference * 10) / 10,
    /** Whether the difference is clear enough for scores to allow for it. */
    isCorrected: row.shift !== 0,
    kappa: row.kappa === null ? null : Math.round(row.kappa * 100) / 100,
    isSetAside: row.set_aside === 1,
    lookAgain: lookAgainOf(row),
  }
}

function lookAgainOf({ look_again, name, skill, rubric_hash: rubricHash }: Row) {
  const found = v.parse(LookAgain, JSON.parse(look_again))
  if (!found || !name || !skill) return null
  const { known, given } = found
  const rubric = rubricHash && `/rubrics/${skill}/${rubricHash}`
  return { name, skill, known, given, rubric }
}
