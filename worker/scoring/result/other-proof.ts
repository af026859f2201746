import { type SQL, sql } from 'drizzle-orm'
import * as v from 'valibot'

/** A criterion that a badge in another skill proved, because both skills share it. */
export interface OtherProof {
  criterion: string
  /** The skill, the level and the date of that badge's decision. */
  skill: string
  level: number
  at: Date
}

const Stored = v.object({
  criterion: v.string(),
  skill: v.string(),
  level: v.number(),
  at: v.number(),
})

/** SQL: the proof of a decision's shared criterion as JSON; NULL if it has none. */
export function otherProof(decisionId: SQL): SQL<string | null> {
  return sql<string | null>`(
    SELECT json_object('criterion', own.shared_criterion, 'skill', ps.skill, 'level', pd.level,
      'at', pd.decided_at)
    FROM decisions own JOIN decisions pd ON pd.id = own.shared_decision_id
    JOIN submissions ps ON ps.id = pd.submission_id
    WHERE own.id = ${decisionId})`
}

export function readOtherProof(stored: string | null): OtherProof | undefined {
  if (stored === null) return undefined
  const { at, ...proof } = v.parse(Stored, JSON.parse(stored))
  return { ...proof, at: new Date(at) }
}
