import { and, eq } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { achievements, credentials } from '../tables.ts'

export interface OwnedCredential {
  id: string
  organizationId: string
}

/** A badge of the programme that the admin acts in, ended or not; undefined for any other badge. */
export async function findCredentialToEnd(
  call: Call,
  { credentialId = '' }: Record<string, string>,
): Promise<OwnedCredential | undefined> {
  const own = and(
    eq(credentials.id, credentialId),
    eq(achievements.organizationId, call.acting?.organizationId ?? ''),
  )
  return call.db
    .select({ id: credentials.id, organizationId: achievements.organizationId })
    .from(credentials)
    .innerJoin(achievements, eq(achievements.id, credentials.achievementId))
    .where(own)
    .get()
}
