import { type SQL, and, eq, isNull, ne } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { credentials } from '../tables.ts'

/** SQL: a person's badges of one lineage (the same badge, by any version of its rubric). */
export function ofLineage(studentId: string, lineageId: string): SQL | undefined {
  return and(eq(credentials.studentId, studentId), eq(credentials.lineageId, lineageId))
}

/**
 * Whether somebody has a badge of this lineage now. A unique index, not this read, stops two awards
 * at once. An expired badge counts until `expireCredential` has recorded its expiry.
 */
export async function hasLiveCredential(
  { db }: Call,
  studentId: string,
  lineageId: string,
): Promise<boolean> {
  const live = and(
    ofLineage(studentId, lineageId),
    isNull(credentials.endedAt),
    isNull(credentials.expiredAt),
    ne(credentials.state, 'failed'),
  )
  const found = await db.select({ id: credentials.id }).from(credentials).where(live).get()
  return found !== undefined
}
