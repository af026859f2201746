import { log } from '../../foundation/call/log.ts'
import type { TidyOutcome } from './binding.ts'
import { minuteOf } from './owner.ts'
import { type StoredKey, openOne } from './open-keys.ts'
import { wrap } from './wrap.ts'
import { type VaultConfiguration, type WrappingKeys, wrappingKeys } from './wrapping-keys.ts'

const dayMs = 86_400_000
const dayKeysKeptMs = 2 * dayMs
const alarmsKeptMinutes = 180 * 24 * 60
const countsKeptMinutes = 2
const rewrappedAtOnce = 200

/**
 * Runs every minute: destroys the keys of days that are over, forgets old counts, and wraps keys
 * again that are still under an older wrapping key. 200 a minute are 2 million in the 7 days before
 * the older one is removed.
 */
export async function tidyVault(
  { VAULT_DB, WRAPPING_KEYS }: VaultConfiguration,
  now: Date,
): Promise<TidyOutcome> {
  await endOldRows(VAULT_DB, now)
  const keys = await wrappingKeys(WRAPPING_KEYS)
  if (!keys) return { refused: 'no-wrapping-key' }
  const rewrapped = await rewrap(VAULT_DB, keys)
  if (rewrapped > 0) log('info', 'vault.rewrapped', { keys: rewrapped })
  return { rewrapped }
}

async function endOldRows(db: VaultConfiguration['VAULT_DB'], now: Date): Promise<void> {
  const over = now.getTime() - dayKeysKeptMs
  const minute = minuteOf(now)
  await db.batch([
    db
      .prepare(
        `INSERT INTO destroyed_owners (owner, destroyed_at)
         SELECT owner, ?2 FROM owner_keys WHERE kind = 'day' AND created_at <= ?1
         ON CONFLICT (owner) DO NOTHING`,
      )
      .bind(over, now.getTime()),
    db.prepare("DELETE FROM owner_keys WHERE kind = 'day' AND created_at <= ?1").bind(over),
    db.prepare('DELETE FROM opened_owners WHERE minute < ?1').bind(minute - countsKeptMinutes),
    db.prepare('DELETE FROM opened_counts WHERE minute < ?1').bind(minute - countsKeptMinutes),
    db.prepare('DELETE FROM vault_alarms WHERE minute < ?1').bind(minute - alarmsKeptMinutes),
  ])
}

/** Keys whose wrapping key was already removed are left alone: they cannot be opened. */
async function rewrap(db: VaultConfiguration['VAULT_DB'], keys: WrappingKeys): Promise<number> {
  const older = [...keys.byId.keys()].filter((id) => id !== keys.current.id)
  if (older.length === 0) return 0
  const { results } = await db
    .prepare(
      `SELECT owner, wrapped, wrapping_id AS wrappingId FROM owner_keys
       WHERE wrapping_id IN (SELECT value FROM json_each(?1)) LIMIT ${rewrappedAtOnce}`,
    )
    .bind(JSON.stringify(older))
    .all<StoredKey>()
  if (results.length === 0) return 0
  const rows = await Promise.all(results.map((row) => wrapAgain(keys, row)))
  // Harmless twice at once, because both wrap the same key. A row destroyed since is not there.
  const { meta } = await db
    .prepare(
      `UPDATE owner_keys SET wrapped = new.value ->> 'wrapped', wrapping_id = ?2
       FROM json_each(?1) AS new
       WHERE owner = new.value ->> 'owner'`,
    )
    .bind(JSON.stringify(rows.filter((row) => row !== undefined)), keys.current.id)
    .run()
  return meta.changes
}

async function wrapAgain(keys: WrappingKeys, row: StoredKey) {
  const opened = await openOne(keys, row)
  if (!opened) return undefined
  const wrapped = await wrap(keys.current, opened.owner, opened.key)
  opened.key.fill(0)
  return { owner: opened.owner, wrapped }
}
