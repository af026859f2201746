import { log } from '../../foundation/call/log.ts'
import { type StoredKey, openOne } from './open-keys.ts'
import { wrap } from './wrap.ts'
import {
  type Roots,
  type VaultConfiguration,
  type WrappedUnder,
  type WrappingKey,
  keyFinder,
} from './wrapping-keys.ts'

const rewrappedAtOnce = 200

/**
 * Wraps up to 200 keys again that are under another wrapping key than the current one, and returns
 * how many it has wrapped. Keys whose wrapping key is gone are left alone; a damaged row is marked,
 * so that it is not tried again.
 */
export async function rewrapKeys(
  configuration: VaultConfiguration,
  roots: Roots,
  current: WrappingKey,
  now: Date,
): Promise<number> {
  const { VAULT_DB } = configuration
  const findKey = keyFinder(configuration, roots)
  const older = await listOlder(configuration, roots, current.id)
  const usable = await Promise.all(
    older.map(async (under) => (await findKey(under)) && under.wrappingId),
  )
  const ids = usable.filter((id) => id !== undefined)
  if (ids.length === 0) return 0
  const { results } = await VAULT_DB.prepare(
    `SELECT owner, wrapped, wrapping_id AS wrappingId, e.root_id AS rootId
     FROM owner_keys LEFT JOIN wrapping_epochs e ON e.id = wrapping_id
     WHERE wrapping_id IN (SELECT value FROM json_each(?1)) AND broken_at IS NULL
     LIMIT ${rewrappedAtOnce}`,
  )
    .bind(JSON.stringify(ids))
    .all<StoredKey>()
  if (results.length === 0) return 0
  const rows = await Promise.all(
    results.map((row) => wrapAgain(current, row, () => openOne(findKey, row))),
  )
  // Two runs at once do no harm, because both wrap the same key. A row that was destroyed since the
  // read is not there to update.
  await VAULT_DB.prepare(
    `UPDATE owner_keys SET wrapped = coalesce(new.value ->> 'wrapped', wrapped),
       wrapping_id = iif(new.value ->> 'wrapped' IS NULL, wrapping_id, ?2),
       broken_at = iif(new.value ->> 'wrapped' IS NULL, ?3, NULL)
     FROM json_each(?1) AS new
     WHERE owner = new.value ->> 'owner'`,
  )
    .bind(JSON.stringify(rows), current.id, now.getTime())
    .run()
  const rewrapped = rows.filter(({ wrapped }) => wrapped !== null).length
  if (rewrapped > 0) log('info', 'vault.rewrapped', { keys: rewrapped })
  return rewrapped
}

/** Every wrapping key but the current one: the other epochs, and the roots themselves. */
async function listOlder({ VAULT_DB }: VaultConfiguration, roots: Roots, currentId: string) {
  const { results: epochs } = await VAULT_DB.prepare(
    'SELECT id AS wrappingId, root_id AS rootId FROM wrapping_epochs',
  ).all<WrappedUnder>()
  const direct = [...roots.byId.keys()].map((wrappingId) => ({ wrappingId, rootId: null }))
  return [...epochs, ...direct].filter(({ wrappingId }) => wrappingId !== currentId)
}

/** `wrapped` is null if the row does not open. */
async function wrapAgain(
  current: WrappingKey,
  { owner }: StoredKey,
  openRow: () => ReturnType<typeof openOne>,
) {
  const opened = await openRow()
  if (!opened) return { owner, wrapped: null }
  const wrapped = await wrap(current, owner, opened.key)
  opened.key.fill(0)
  return { owner, wrapped }
}
