import { failureOf } from '../../foundation/commit/failure.ts'
import { log } from '../../foundation/call/log.ts'
import type { Owner } from '../../foundation/crypto/owner.ts'
import type { OpenedKey, OpenOutcome } from './binding.ts'
import { minuteOf, whyNotOwners } from './owner.ts'
import { raiseAlarm } from './raise-alarm.ts'
import { unwrap } from './wrap.ts'
import {
  type VaultConfiguration,
  type WrappedUnder,
  keyFinder,
  readRoots,
} from './wrapping-keys.ts'

export interface StoredKey extends WrappedUnder {
  owner: Owner
  wrapped: string
}

/**
 * The keys of up to 100 owners. Opens the keys of at most 2,000 different owners a minute and then
 * refuses with `too-many`, so that somebody who misuses this call cannot copy all names at once.
 */
export async function openKeys(
  configuration: VaultConfiguration,
  owners: readonly Owner[],
  now: Date,
): Promise<OpenOutcome> {
  const refused = whyNotOwners(owners)
  if (refused) return { refused }
  const { VAULT_DB, WRAPPING_KEYS } = configuration
  const roots = readRoots(WRAPPING_KEYS)
  if (!roots) return { refused: 'no-wrapping-key' }

  const distinct = [...new Set(owners)]
  const found = await countAndFind(VAULT_DB, distinct, minuteOf(now))
  if (!found) {
    await raiseAlarm(VAULT_DB, minuteOf(now))
    return { refused: 'too-many' }
  }
  const findKey = keyFinder(configuration, roots)
  const opened = await Promise.all(found.stored.map((row) => openOne(findKey, row)))
  const whole = opened.filter((key) => key !== undefined)
  if (whole.length < opened.length) return { refused: 'broken-key' }
  const known = new Set([...found.stored.map(({ owner }) => owner), ...found.gone])
  const unknown = distinct.filter((owner) => !known.has(owner))
  return { keys: whole, gone: found.gone, unknown }
}

/** Counts and reads in one batch, so that calls at the same time cannot pass the limit together. */
async function countAndFind(db: VaultConfiguration['VAULT_DB'], owners: Owner[], minute: number) {
  const asked = JSON.stringify(owners)
  const counted = [
    db
      .prepare(
        `INSERT INTO opened_owners (minute, owner)
         SELECT ?1, owner FROM owner_keys WHERE owner IN (SELECT value FROM json_each(?2))
         ON CONFLICT (minute, owner) DO NOTHING`,
      )
      .bind(minute, asked),
    // changes() is how many owners are new in this minute.
    db
      .prepare(
        `INSERT INTO opened_counts (minute, owners) SELECT ?1, changes() WHERE changes() > 0
         ON CONFLICT (minute) DO UPDATE SET owners = owners + excluded.owners`,
      )
      .bind(minute),
  ]
  const stored = db
    .prepare(
      `SELECT owner, wrapped, wrapping_id AS wrappingId, e.root_id AS rootId
       FROM owner_keys LEFT JOIN wrapping_epochs e ON e.id = wrapping_id
       WHERE owner IN (SELECT value FROM json_each(?1))`,
    )
    .bind(asked)
  const gone = db
    .prepare('SELECT owner FROM destroyed_owners WHERE owner IN (SELECT value FROM json_each(?1))')
    .bind(asked)
  try {
    const [, , keys, destroyed] = await db.batch<StoredKey>([...counted, stored, gone])
    return { stored: keys?.results ?? [], gone: destroyed?.results.map(({ owner }) => owner) ?? [] }
  } catch (error) {
    const failure = failureOf(error)
    if (failure.kind === 'refused' && failure.name === 'too_many_owners') return undefined
    throw error
  }
}

/** Undefined, and an error in the log, if the row is damaged or its wrapping key is gone. */
export async function openOne(
  findKey: ReturnType<typeof keyFinder>,
  { owner, wrapped, wrappingId, rootId }: StoredKey,
): Promise<OpenedKey | undefined> {
  const key = await findKey({ wrappingId, rootId })
  try {
    if (!key) throw new Error('The wrapping key is missing.')
    return { owner, key: await unwrap({ id: wrappingId, key }, owner, wrapped) }
  } catch {
    log('error', 'vault.broken-key', { owner, wrappingId })
    return undefined
  }
}
