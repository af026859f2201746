import { type SQL, and, eq, isNull, lte } from 'drizzle-orm'

import type { Db } from '../../foundation/call/db.ts'
import { achievements, credentials } from '../tables.ts'

export interface DueCredential {
  id: string
  version: number
  organizationId: string
}

/** Badges that have expired but still count as live, those that expired first come first. */
export function findDueCredentials(
  db: Db,
  now: Date,
  limit: number,
  only?: SQL,
): Promise<DueCredential[]> {
  const { id, version, validUntil, expiredAt, endedAt } = credentials
  return db
    .select({ id, version, organizationId: achievements.organizationId })
    .from(credentials)
    .innerJoin(achievements, eq(achievements.id, credentials.achievementId))
    .where(and(lte(validUntil, now), isNull(expiredAt), isNull(endedAt), only))
    .orderBy(validUntil)
    .limit(limit)
}
