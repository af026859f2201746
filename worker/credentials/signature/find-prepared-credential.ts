import { and, eq, isNull, lt, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { activeGeneration } from '../issuer/active-generation.ts'
import { achievements, credentialTemplates, credentials, issuers, statusLists } from '../tables.ts'

export type PreparedCredential = NonNullable<Awaited<ReturnType<typeof findPreparedCredential>>>

/** An award that is not signed yet, with all that is needed to rebuild its document. */
export function findPreparedCredential({ db }: Call, id: string) {
  return db
    .select({
      id: credentials.id,
      version: credentials.version,
      documentHash: credentials.documentHash,
      slotValues: credentials.slotValues,
      skeleton: credentialTemplates.skeleton,
      did: issuers.did,
      organizationId: issuers.organizationId,
      statusListId: credentials.statusListId,
      listSignedAt: statusLists.signedAt,
      generation: activeGeneration(sql`${issuers.did}`, 'credential'),
    })
    .from(credentials)
    .innerJoin(credentialTemplates, eq(credentialTemplates.hash, credentials.templateHash))
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
