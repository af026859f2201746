import { type SQL, and, eq, isNull, ne, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { credentialVersions, credentials } from '../tables.ts'

/** SQL: a person's badges of one lineage (the same badge, by any version of its rubric). */
export function ofLineage(studentId: string, lineageId: string): SQL | undefined {
  return and(eq(credentials.studentId, studentId), eq(credentials.lineageId, lineageId))
}

export type LiveCredential = NonNullable<Awaited<ReturnType<typeof findLiveCredential>>>

/**
 * The badge of this lineage that somebody has now; undefined if they have none. A unique index, not this read, stops two awards
 * at once. An expired badge counts until `expireCredential` has recorded its expiry.
 */
export function findLiveCredential({ db }: Call, studentId: string, lineageId: string) {
  const live = and(
    ofLineage(studentId, lineageId),
    isNull(credentials.endedAt),
    isNull(credentials.expiredAt),
    ne(credentials.state, 'failed'),
  )
  return db
    .select({
      id: credentials.id,
      version: credentials.version,
      state: credentials.state,
      awardedAt: credentials.awardedAt,
      statusListId: credentials.statusListId,
      statusIndex: credentials.statusIndex,
      /** What it rests on: `assessment` or `prior-learning`. */
      genre: sql<string | null>`${credentials.slotValues} ->> '$.genre'`,
    })
    .from(credentials)
    .where(live)
    .get()
}

/** Whether a decision was awarded with an earlier version of a badge of this person. */
export async function wasAwarded(
  { db }: Call,
  studentId: string,
  decisionId: string,
): Promise<boolean> {
  const found = await db
    .select({ id: credentials.id })
    .from(credentials)
    .innerJoin(credentialVersions, eq(credentialVersions.credentialId, credentials.id))
    .where(and(eq(credentials.studentId, studentId), eq(credentialVersions.decisionId, decisionId)))
    .get()
  return found !== undefined
}
