import { eq } from 'drizzle-orm'
import * as v from 'valibot'

import type { Call } from '../../foundation/call/call.ts'
import { Achievement } from '../document/open-badge.ts'
import { achievements, issuers } from '../tables.ts'

/** An achievement and the programme that issues it. Public, like its rubric. */
export interface PublicAchievement {
  definition: Achievement
  skill: string
  validityMonths: number | null
  issuer: { did: string; name: string; url: string; origin: string }
}

export async function findAchievement(
  { db }: Call,
  id: string,
): Promise<PublicAchievement | undefined> {
  const row = await db
    .select({
      definition: achievements.definition,
      skill: achievements.skill,
      validityMonths: achievements.validityMonths,
      issuer: { did: issuers.did, name: issuers.name, url: issuers.url, origin: issuers.origin },
    })
    .from(achievements)
    .innerJoin(issuers, eq(issuers.organizationId, achievements.organizationId))
    .where(eq(achievements.id, id))
    .get()
  return row && { ...row, definition: v.parse(Achievement, JSON.parse(row.definition)) }
}
