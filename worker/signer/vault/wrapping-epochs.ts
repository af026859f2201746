import type { D1Database } from '@cloudflare/workers-types'

import { log } from '../../foundation/call/log.ts'
import { hex, randomBytes } from '../../foundation/crypto/encoding.ts'
import {
  type Roots,
  type VaultConfiguration,
  type WrappedUnder,
  type WrappingKey,
  forgetSalt,
  keyFinder,
} from './wrapping-keys.ts'

const dayMs = 86_400_000
/**
 * With a day to wrap all keys again and seven days kept, a copy of the database does not open after
 * 37 days.
 */
const servesMs = 29 * dayMs
const keptMs = 7 * dayMs
/** A new value of KV can take a minute to be seen everywhere. */
const listedMs = 10 * 60_000

/**
 * What new keys are wrapped under at this moment: the newest active epoch, or the current root
 * before there is one.
 */
export async function findCurrent(db: D1Database, roots: Roots, now: Date): Promise<WrappedUnder> {
  const epoch = await db
    .prepare(
      `SELECT id AS wrappingId, root_id AS rootId FROM wrapping_epochs
       WHERE active_at <= ?1 AND root_id IN (SELECT value FROM json_each(?2))
       ORDER BY active_at DESC, id LIMIT 1`,
    )
    .bind(now.getTime(), JSON.stringify([...roots.byId.keys()]))
    .first<WrappedUnder>()
  return epoch ?? { wrappingId: roots.current, rootId: null }
}

/** The key for `findCurrent`. Undefined if its salt is gone. */
export async function currentKey(
  configuration: VaultConfiguration,
  roots: Roots,
  now: Date,
): Promise<WrappingKey | undefined> {
  const under = await findCurrent(configuration.VAULT_DB, roots, now)
  const key = await keyFinder(configuration, roots)(under)
  return key && { id: under.wrappingId, key }
}

/** Begins an epoch if the current root has none, or only one that has served long enough. */
export async function beginEpoch(
  { VAULT_DB, WRAPPING_SALTS }: VaultConfiguration,
  { current }: Roots,
  now: Date,
): Promise<void> {
  const at = now.getTime()
  const young = 'SELECT 1 FROM wrapping_epochs WHERE root_id = ?1 AND made_at > ?2'
  const due = [current, at - servesMs]
  if (
    await VAULT_DB.prepare(young)
      .bind(...due)
      .first()
  )
    return
  const id = `e-${hex(randomBytes(5))}`
  // The salt first: an epoch without one could wrap nothing.
  await WRAPPING_SALTS.put(id, hex(randomBytes(32)))
  const { meta } = await VAULT_DB.prepare(
    `INSERT INTO wrapping_epochs (id, root_id, made_at, active_at)
     SELECT ?3, ?1, ?4, ?5 WHERE NOT EXISTS (${young})`,
  )
    .bind(...due, id, at, at + listedMs)
    .run()
  // Another tick at the same time was first.
  if (meta.changes === 0) return WRAPPING_SALTS.delete(id)
  log('info', 'vault.epoch-begun', { id })
}

/** Deletes, for good, the salts of epochs under which there was no key for seven days. */
export async function endEpochs(
  { VAULT_DB, WRAPPING_SALTS }: VaultConfiguration,
  current: string,
  now: Date,
): Promise<void> {
  const at = now.getTime()
  const isEmpty = `NOT EXISTS (SELECT 1 FROM owner_keys k WHERE k.wrapping_id = wrapping_epochs.id
    AND k.broken_at IS NULL)`
  const [, over] = await VAULT_DB.batch<{ id: string }>([
    VAULT_DB.prepare(
      `UPDATE wrapping_epochs SET emptied_at = ?1
       WHERE emptied_at IS NULL AND active_at <= ?1 AND id <> ?2 AND ${isEmpty}`,
    ).bind(at, current),
    VAULT_DB.prepare(
      `SELECT id FROM wrapping_epochs WHERE emptied_at <= ?1 AND id <> ?2 AND ${isEmpty}`,
    ).bind(at - keptMs, current),
  ])
  for (const { id } of over?.results ?? []) {
    await WRAPPING_SALTS.delete(id)
    forgetSalt(id)
    await VAULT_DB.prepare('DELETE FROM wrapping_epochs WHERE id = ?1').bind(id).run()
    log('info', 'vault.epoch-ended', { id })
  }
}
