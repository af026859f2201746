import { and, eq, isNull, ne } from 'drizzle-orm'

import type { Call } from '../foundation/call.ts'
import { credentials } from './tables.ts'

/** Whether somebody has this badge now. What two awards at once do, the unique index settles. */
export async function hasLiveCredential(
  { db }: Call,
  studentId: string,
  lineageId: string,
): Promise<boolean> {
  const live = and(
    eq(credentials.studentId, studentId),
    eq(credentials.lineageId, lineageId),
    isNull(credentials.endedAt),
    ne(credentials.state, 'failed'),
  )
  const found = await db.select({ id: credentials.id }).from(credentials).where(live).get()
  return found !== undefined
}
