import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { isSkill, skills } from '../../skills/skill.ts'
import { openOr, rowOf } from '../../foundation/crypto/seal.ts'
import { priorLearningParts as parts } from '../tables.ts'

export interface OwnPart {
  claimId: string
  competency: string
  isHandedIn: boolean
  text: string
  /** 0 if nothing was saved yet. */
  version: number
  savedAt: Date | null
}

interface Row {
  skill: string
  attempt_id: string | null
  text: string | null
  version: number | null
  updated_at: number | null
}

/**
 * One part of the caller's account. Undefined if the claim is not the caller's or its skill has no
 * such competency.
 */
export async function findOwnPart(
  call: Call,
  { claimId = '', competency = '' }: Record<string, string>,
): Promise<OwnPart | undefined> {
  const [row] = await call.db.all<Row>(sql`
    SELECT c.skill, c.attempt_id, p.text, p.version, p.updated_at FROM prior_learning_claims c
    LEFT JOIN prior_learning_parts p ON p.claim_id = c.id AND p.competency = ${competency}
    WHERE c.id = ${claimId} AND c.student_id = ${call.actorId}`)
  if (!row || !isSkill(row.skill)) return undefined
  const asked: readonly string[] = skills[row.skill].competencies
  if (!asked.includes(competency)) return undefined
  return {
    claimId,
    competency,
    isHandedIn: row.attempt_id !== null,
    text: await openOr(call, parts.text, rowOf(claimId, competency), row.text, ''),
    version: row.version ?? 0,
    savedAt: row.updated_at === null ? null : new Date(row.updated_at),
  }
}
