import type { TidyOutcome } from './binding.ts'
import { minuteOf } from './owner.ts'
import { rewrapKeys } from './rewrap-keys.ts'
import { beginEpoch, currentKey, endEpochs } from './wrapping-epochs.ts'
import { type VaultConfiguration, readRoots } from './wrapping-keys.ts'

const dayMs = 86_400_000
const dayKeysKeptMs = 2 * dayMs
const alarmsKeptMinutes = 180 * 24 * 60
const countsKeptMinutes = 2

/**
 * Runs every minute: destroys the keys of days that are over, forgets old counts, begins a new
 * wrapping key each month, wraps keys again that are still under an older one, and ends that one.
 */
export async function tidyVault(
  configuration: VaultConfiguration,
  now: Date,
): Promise<TidyOutcome> {
  await endOldRows(configuration.VAULT_DB, now)
  const roots = readRoots(configuration.WRAPPING_KEYS)
  if (!roots) return { refused: 'no-wrapping-key' }
  await beginEpoch(configuration, roots, now)
  const current = await currentKey(configuration, roots, now)
  if (!current) return { refused: 'no-wrapping-key' }
  const rewrapped = await rewrapKeys(configuration, roots, current, now)
  await endEpochs(configuration, current.id, now)
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
