import type { Owner } from '../../foundation/crypto/owner.ts'
import type { DestroyOutcome } from './binding.ts'
import { whyNotOwners } from './owner.ts'
import type { VaultConfiguration } from './wrapping-keys.ts'

/**
 * Deletes an owner's key for good, and makes sure that there is never another one. All text sealed
 * with it is lost. The same for an owner that never had a key, and for one destroyed before.
 */
export async function destroyKey(
  { VAULT_DB }: Pick<VaultConfiguration, 'VAULT_DB'>,
  owner: Owner,
  now: Date,
): Promise<DestroyOutcome> {
  const refused = whyNotOwners([owner])
  if (refused) return { refused }
  await VAULT_DB.batch([
    VAULT_DB.prepare(
      `INSERT INTO destroyed_owners (owner, destroyed_at) VALUES (?1, ?2)
       ON CONFLICT (owner) DO NOTHING`,
    ).bind(owner, now.getTime()),
    VAULT_DB.prepare('DELETE FROM owner_keys WHERE owner = ?1').bind(owner),
  ])
  return { destroyed: owner }
}
