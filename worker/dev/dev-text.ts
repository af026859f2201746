import type { Bindings } from '../env.ts'
import { keyringOf } from '../foundation/crypto/keyring.ts'
import { organizationOwner } from '../foundation/crypto/owner.ts'
import { open, seal } from '../foundation/crypto/seal.ts'

type Place = 'dev_mails' | 'dev_people'

/**
 * The owner of the key for emails and demo people. No account owns them, so no erasure destroys the
 * key; they are deleted with the data folder.
 */
const owner = organizationOwner('00000000-0000-4000-8000-000000000000')

/** Seals a value as JSON, and tells the vault to keep this owner's key. */
export async function sealDev(env: Bindings, place: Place, row: string, value: object) {
  const sealed = await seal({ keys: keyringOf(env) }, place, row, owner, JSON.stringify(value))
  await env.VAULT.settle({ exist: [owner], missing: [] })
  return sealed
}

/** Opens values that `sealDev` sealed, with one call to the vault. */
export function openDev<Value>(
  env: Bindings,
  place: Place,
  rows: readonly { row: string; sealed: string }[],
): Promise<Value[]> {
  const keys = keyringOf(env)
  return Promise.all(
    rows.map(async ({ row, sealed }) => JSON.parse(await open({ keys }, place, row, sealed))),
  )
}
