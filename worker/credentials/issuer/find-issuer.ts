import { asc, eq } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { didDocument, listedKey } from './did-document.ts'
import { achievements, issuerKeys, issuers } from '../tables.ts'

/**
 * The did document of a programme. Undefined before its first award; kept after the programme ends.
 */
export async function findDidDocument({ db }: Call, slug: string) {
  const rows = await db
    .select({
      did: issuers.did,
      purpose: issuerKeys.purpose,
      generation: issuerKeys.generation,
      publicKeyMultibase: issuerKeys.publicKeyMultibase,
      compromisedAt: issuerKeys.compromisedAt,
    })
    .from(issuers)
    .innerJoin(issuerKeys, eq(issuerKeys.did, issuers.did))
    .where(eq(issuers.slug, slug))
    .orderBy(asc(issuerKeys.purpose), asc(issuerKeys.generation))
  const did = rows[0]?.did
  if (!did) return undefined
  return didDocument(
    did,
    rows.map((row) => listedKey(did, row)),
  )
}

export interface PublicIssuer {
  did: string
  name: string
  url: string
  origin: string
  achievements: { id: string; skill: string }[]
}

/** A programme as issuer, with the badges it gives. */
export async function findPublicIssuer(
  { db }: Call,
  { slug = '' }: Record<string, string>,
): Promise<PublicIssuer | undefined> {
  const rows = await db
    .select({
      did: issuers.did,
      name: issuers.name,
      url: issuers.url,
      origin: issuers.origin,
      achievement: { id: achievements.id, skill: achievements.skill },
    })
    .from(issuers)
    .leftJoin(achievements, eq(achievements.organizationId, issuers.organizationId))
    .where(eq(issuers.slug, slug))
    .orderBy(asc(achievements.skill), asc(achievements.createdAt))
    .limit(100)
  const [first] = rows
  if (!first) return undefined
  const { achievement: _, ...issuer } = first
  return {
    ...issuer,
    achievements: rows.flatMap(({ achievement }) => (achievement ? [achievement] : [])),
  }
}
