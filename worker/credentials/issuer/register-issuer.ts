import { eq, sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { Problem } from '../../foundation/call/problem.ts'
import { issuerDid } from './did.ts'
import { keepDidDocument } from './keep-did-document.ts'
import { issuerKeys, issuers } from '../tables.ts'

export type RegisteredIssuer = typeof issuers.$inferSelect

interface Programme {
  id: string
  name: string
  slug: string
}

// Thrown and caught here: another award registered the programme first. Use that one.
const registeredMeanwhile = new Problem({ status: 409, type: 'issuer-registered', title: '' })

/**
 * The programme as an issuer, with its keys. The first award sets its address, which stays the same
 * even if the instance moves; its name follows the programme's.
 */
export async function registerIssuer(call: Call, programme: Programme): Promise<RegisteredIssuer> {
  const known = await findIssuer(call, programme.id)
  if (known) return known.name === programme.name ? known : rename(call, known, programme.name)

  const issuer = {
    organizationId: programme.id,
    did: issuerDid(call.origin, programme.slug),
    origin: call.origin,
    slug: programme.slug,
    name: programme.name,
    url: `${call.origin}/organizations/${programme.slug}`,
  }
  const { keys } = await call.env.SIGNER.publicKeys(issuer.did)
  // Older keys have signed nothing for this programme, so they are not listed.
  const rows = keys
    .filter(({ active }) => active)
    .map(({ purpose, generation, publicKeyMultibase }) => ({
      did: issuer.did,
      purpose,
      generation,
      publicKeyMultibase,
      listedAt: call.now,
      activeAt: call.now,
      compromisedAt: null,
    }))
  try {
    const statements = [
      call.db.insert(issuers).values(issuer),
      call.db.insert(issuerKeys).values(rows),
      keepDidDocument(call, issuer.did, rows),
      auditEntry(call, 'issuer.registered', programme.id, {}, programme.id),
    ]
    const conflicts = {
      // SQLite may report any of the three.
      'issuers.organization_id': () => registeredMeanwhile,
      'issuers.did': () => registeredMeanwhile,
      'issuers.slug': () => registeredMeanwhile,
    }
    return await commit(call, statements, { answer: issuer, conflicts })
  } catch (error) {
    const other = error === registeredMeanwhile && (await findIssuer(call, programme.id))
    if (other) return other
    throw error
  }
}

function findIssuer({ db }: Call, organizationId: string) {
  return db.select().from(issuers).where(eq(issuers.organizationId, organizationId)).get()
}

async function rename(call: Call, issuer: RegisteredIssuer, name: string) {
  const { organizationId } = issuer
  const statements = [
    call.db.run(sql`UPDATE issuers SET name = ${name} WHERE organization_id = ${organizationId}`),
    auditEntry(call, 'issuer.renamed', organizationId, {}, organizationId),
  ]
  return commit(call, statements, { answer: { ...issuer, name } })
}
