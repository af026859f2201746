import type { VaultDatabase } from './binding.ts'
import type { VaultConfiguration } from './wrapping-keys.ts'

/** The newest file in migrations/vault/. test/house/migrations.test.ts compares. */
export const lastVaultMigration = '0003_wrapping_epochs.sql'

/** How far this database is, and its size. It holds no owner and no key. */
export async function findDatabase({
  VAULT_DB,
}: Pick<VaultConfiguration, 'VAULT_DB'>): Promise<VaultDatabase> {
  const { results, meta } = await VAULT_DB.prepare(
    'SELECT max(name) AS name FROM d1_migrations',
  ).all<{ name: string | null }>()
  return {
    applied: results[0]?.name ?? null,
    expected: lastVaultMigration,
    bytes: meta.size_after,
  }
}
