import { databaseOf } from './database-of.ts'
import type { Bindings } from './env.ts'

/**
 * Runs every minute: tells the vault which owners of new keys exist. A key is made before the row
 * of its owner. A sign-in with a wrong code makes a key, but no account. The vault deletes such
 * keys after a day.
 */
export async function settleKeys(env: Bindings): Promise<void> {
  const owners = await env.VAULT.unsettled()
  if (owners.length === 0) return
  const { results } = await databaseOf(env)
    .prepare(
      `SELECT o.value AS owner FROM json_each(?1) o WHERE EXISTS (
         SELECT 1 FROM accounts WHERE o.value LIKE 'account:%' AND id = substr(o.value, 9))
       OR EXISTS (
         SELECT 1 FROM organizations WHERE o.value LIKE 'organization:%' AND id = substr(o.value, 14))`,
    )
    .bind(JSON.stringify(owners))
    .all<{ owner: string }>()
  const known = new Set(results.map(({ owner }) => owner))
  await env.VAULT.settle({
    exist: owners.filter((owner) => known.has(owner)),
    missing: owners.filter((owner) => !known.has(owner)),
  })
}
