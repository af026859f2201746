import { and, eq, isNull, lt, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { activeGeneration } from '../issuer/active-generation.ts'
import { achievements, credentials, issuers, statusLists } from '../tables.ts'

export type PreparedCredential = NonNullable<Awaited<ReturnType<typeof findPreparedCredential>>>

/** An award that is not signed yet, with all that its text needs besides its template. */
export function findPreparedCredential({ db }: Call, id: string) {
  return db
    .select({
      id: credentials.id,
      version: credentials.version,
      documentHash: credentials.documentHash,
      slotValues: credentials.slotValues,
      templateHash: credentials.templateHash,
      did: issuers.did,
      organizationId: issuers.organizationId,
      statusListId: credentials.statusListId,
      listSignedAt: statusLists.signedAt,
      generation: activeGeneration(sql`${issuers.did}`, 'credential'),
    })
    .from(credentials)
    .innerJoin(achievements, eq(achievements.id, credentials.achievementId))
    .innerJoin(issuers, eq(issuers.organizationId, achievements.organizationId))
    .innerJoin(statusLists, eq(statusLists.id, credentials.statusListId))
    .where(
      and(eq(credentials.id, id), eq(credentials.state, 'prepared'), isNull(credentials.endedAt)),
    )
    .get()
}

/**
 * Awards prepared before a moment and still unsigned, in random order: their notes may have failed.
 */
export function listWaitingForSignature({ db }: Call, before: Date, limit: number) {
  return db
    .select({ id: credentials.id })
    .from(credentials)
    .where(
      and(
        eq(credentials.state, 'prepared'),
        isNull(credentials.endedAt),
        lt(credentials.createdAt, before),
      ),
    )
    .orderBy(sql`random()`)
    .limit(limit)
}
