import { and, eq, isNotNull } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { openOr } from '../../foundation/crypto/seal.ts'
import type { Judged } from '../document/evidence.ts'
import { type SignedBadge, judgedOf, signedDocument } from '../document/stored-award.ts'
import { achievements, credentialTemplates, credentials, issuers, statusLists } from '../tables.ts'

/** A published badge: its document, and what the page shows that is not signed. */
export interface PublicCredential {
  document: SignedBadge
  /** Undefined for badges from before this was stored. */
  judged: Judged | undefined
  skill: string
  level: number
  shownName: string | undefined
  listed: boolean
  endedAt: Date | null
  listSignedAt: Date | null
  origin: string
}

export type Standing = 'in-force' | 'expired' | 'revoked'

/** Whether a badge is valid at this moment. */
export function standingOf({ document, endedAt }: PublicCredential, now: Date): Standing {
  if (endedAt) return 'revoked'
  const { validUntil } = document
  return validUntil && now >= new Date(validUntil) ? 'expired' : 'in-force'
}

/**
 * A published badge, in one read for both the page and the document. Undefined if it is
 * unpublished, unknown or not yet signed, without telling which. A revoked badge is found, with
 * `endedAt`.
 */
export async function findPublicCredential(
  call: Call,
  id: string,
): Promise<PublicCredential | undefined> {
  const row = await call.db
    .select({
      skeleton: credentialTemplates.skeleton,
      slotValues: credentials.slotValues,
      keyId: credentials.keyId,
      proofValue: credentials.proofValue,
      level: credentials.level,
      shownName: credentials.shownName,
      listed: credentials.listed,
      endedAt: credentials.endedAt,
      skill: achievements.skill,
      origin: issuers.origin,
      listSignedAt: statusLists.signedAt,
    })
    .from(credentials)
    .innerJoin(credentialTemplates, eq(credentialTemplates.hash, credentials.templateHash))
    .innerJoin(achievements, eq(achievements.id, credentials.achievementId))
    .innerJoin(issuers, eq(issuers.organizationId, achievements.organizationId))
    .innerJoin(statusLists, eq(statusLists.id, credentials.statusListId))
    .where(
      and(
        eq(credentials.id, id),
        eq(credentials.state, 'signed'),
        isNotNull(credentials.publishedAt),
      ),
    )
    .get()
  if (!row?.keyId || !row.proofValue) return undefined
  const { skeleton, slotValues, keyId, proofValue, shownName, ...shown } = row
  return {
    ...shown,
    document: signedDocument({ skeleton, slotValues, keyId, proofValue }),
    judged: judgedOf(row),
    shownName: await openOr(call, credentials.shownName, id, shownName, undefined),
  }
}
