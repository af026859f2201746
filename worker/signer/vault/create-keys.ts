import type { Owner } from '../../foundation/crypto/owner.ts'
import type { CreateOutcome } from './binding.ts'
import { kindOf, whyNotOwners } from './owner.ts'
import { newOwnerKey, wrap } from './wrap.ts'
import { currentKey } from './wrapping-epochs.ts'
import { type VaultConfiguration, type WrappingKey, readRoots } from './wrapping-keys.ts'

/**
 * Makes a key for each owner that has none. Does not return keys: only `open` does, because it
 * limits how many owners' keys are read in a minute.
 */
export async function createKeys(
  configuration: VaultConfiguration,
  owners: readonly Owner[],
  now: Date,
): Promise<CreateOutcome> {
  const refused = whyNotOwners(owners)
  if (refused) return { refused }
  const { VAULT_DB, WRAPPING_KEYS } = configuration
  const roots = readRoots(WRAPPING_KEYS)
  const current = roots && (await currentKey(configuration, roots, now))
  if (!current) return { refused: 'no-wrapping-key' }

  const distinct = [...new Set(owners)]
  const rows = await Promise.all(distinct.map((owner) => newRow(current, owner)))
  const [, destroyed] = await VAULT_DB.batch<{ owner: Owner }>([
    // Of several calls for one owner the first wins; the others change nothing.
    VAULT_DB.prepare(
      `INSERT INTO owner_keys (owner, kind, wrapped, wrapping_id, created_at)
       SELECT value ->> 'owner', value ->> 'kind', value ->> 'wrapped', ?2, ?3 FROM json_each(?1)
       WHERE NOT EXISTS (SELECT 1 FROM destroyed_owners WHERE owner = value ->> 'owner')
       ON CONFLICT (owner) DO NOTHING`,
    ).bind(JSON.stringify(rows), current.id, now.getTime()),
    VAULT_DB.prepare(
      'SELECT owner FROM destroyed_owners WHERE owner IN (SELECT value FROM json_each(?1))',
    ).bind(JSON.stringify(distinct)),
  ])
  const gone = new Set(destroyed?.results.map(({ owner }) => owner))
  return { ready: distinct.filter((owner) => !gone.has(owner)), gone: [...gone] }
}

async function newRow(wrappingKey: WrappingKey, owner: Owner) {
  const bytes = newOwnerKey()
  const wrapped = await wrap(wrappingKey, owner, bytes)
  bytes.fill(0)
  return { owner, kind: kindOf(owner), wrapped }
}
