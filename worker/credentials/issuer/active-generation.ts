import { type SQL, sql } from 'drizzle-orm'

import type { KeyPurpose } from '../../signer/binding.ts'

/** SQL: which of an issuer's keys signs now. Null while none does. */
export function activeGeneration(did: SQL, purpose: KeyPurpose): SQL<string | null> {
  return sql<string | null>`(SELECT live.generation FROM issuer_keys live WHERE live.did = ${did}
    AND live.purpose = ${purpose} AND live.active_at IS NOT NULL AND live.retired_at IS NULL
    AND live.compromised_at IS NULL)`
}
