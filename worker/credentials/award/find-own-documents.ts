import { eq } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { signedDocument, type SignedBadge } from '../document/stored-award.ts'
import { credentialTemplates, credentials } from '../tables.ts'

/** Every signed badge of the caller, also ended ones, as the holder downloads it. */
export async function findOwnDocuments({
  db,
  actorId,
}: Call): Promise<{ id: string; document: SignedBadge }[]> {
  const rows = await db
    .select({
      id: credentials.id,
      skeleton: credentialTemplates.skeleton,
      slotValues: credentials.slotValues,
      keyId: credentials.keyId,
      proofValue: credentials.proofValue,
    })
    .from(credentials)
    .innerJoin(credentialTemplates, eq(credentialTemplates.hash, credentials.templateHash))
    .where(eq(credentials.studentId, actorId))
  return rows.flatMap(({ id, skeleton, slotValues, keyId, proofValue }) =>
    keyId && proofValue
      ? [{ id, document: signedDocument({ skeleton, slotValues, keyId, proofValue }) }]
      : [],
  )
}
