import type { Owner } from '../../foundation/crypto/owner.ts'
import { whyNotOwners } from './owner.ts'
import type { Settled, SettleOutcome } from './binding.ts'
import type { VaultConfiguration } from './wrapping-keys.ts'

const dayMs = 86_400_000
const atOnce = 100

/** Owners whose key is older than a day and of whom nobody has said whether they exist. */
export async function findUnsettled(
  { VAULT_DB }: Pick<VaultConfiguration, 'VAULT_DB'>,
  now: Date,
): Promise<Owner[]> {
  const { results } = await VAULT_DB.prepare(
    `SELECT owner FROM owner_keys WHERE settled = 0 AND kind <> 'day' AND created_at <= ?1
     ORDER BY created_at LIMIT ${atOnce}`,
  )
    .bind(now.getTime() - dayMs)
    .all<{ owner: Owner }>()
  return results.map(({ owner }) => owner)
}

/**
 * Keeps the keys of owners that exist, and deletes those of owners that do not. A key that was kept
 * before, or is younger than a day, is never deleted here: see `destroyKey`.
 */
export async function settleKeys(
  { VAULT_DB }: Pick<VaultConfiguration, 'VAULT_DB'>,
  { exist, missing }: Settled,
  now: Date,
): Promise<SettleOutcome> {
  const refused = whyNotOwners(exist) ?? whyNotOwners(missing)
  if (refused) return { refused }
  const [, deleted] = await VAULT_DB.batch([
    VAULT_DB.prepare(
      'UPDATE owner_keys SET settled = 1 WHERE owner IN (SELECT value FROM json_each(?1))',
    ).bind(JSON.stringify(exist)),
    VAULT_DB.prepare(
      `DELETE FROM owner_keys WHERE owner IN (SELECT value FROM json_each(?1))
         AND settled = 0 AND kind <> 'day' AND created_at <= ?2`,
    ).bind(JSON.stringify(missing), now.getTime() - dayMs),
  ])
  return { deleted: deleted?.meta.changes ?? 0 }
}
