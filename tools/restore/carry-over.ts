import type { Erasure, Known } from './find-known.ts'
import { noteSql } from './note-sql.ts'

/**
 * SQL that a restored main database needs before anybody uses it. It is harmless twice.
 *
 * An erasure that is over becomes one that is due: the Worker erases the account in one of its next minutes, by its own
 * code. Until then, and for one that is not due yet, the person is hidden as when they asked. One that
 * was undone stays undone. What others decided since then is done again too (`decisions.ts`). `known` is undefined if
 * the replaced database is gone: then nobody knows which sessions were ended since, so all end.
 */
export function carryOverMain(known: Known | undefined, now: Date): string[] {
  return [
    ...(known ? known.erasures.flatMap(carryErasure) : ['DELETE FROM sessions']),
    ...(known ? known.again : []),
    ...hideErased(now.getTime()),
    closeLists(now.getTime()),
  ]
}

function carryErasure(erasure: Erasure): string[] {
  const { id, account_id, token_hash, asked_at, due_at, undone_at, finished_at } = erasure
  if (undone_at !== null) {
    // Another erasure of the same account can have begun since, so it is found by its id.
    return [
      `UPDATE accounts SET disabled_at = NULL WHERE id = '${account_id}' AND EXISTS (SELECT 1 FROM erasures
        WHERE id = '${id}' AND undone_at IS NULL AND finished_at IS NULL)`,
      `UPDATE erasures SET undone_at = ${undone_at}
        WHERE id = '${id}' AND undone_at IS NULL AND finished_at IS NULL`,
    ]
  }
  // Somebody who joined after the backup has no account in it.
  const insert = `INSERT INTO erasures (id, account_id, token_hash, asked_at, due_at)
    SELECT '${id}', '${account_id}', '${token_hash}', ${asked_at}, ${due_at}
    WHERE EXISTS (SELECT 1 FROM accounts WHERE id = '${account_id}' AND erased_at IS NULL)
    ON CONFLICT DO NOTHING`
  const endRequests = ['interviews', 'requests'].map((consumer) =>
    noteSql(
      'erasure.asked',
      consumer,
      `'${account_id}'`,
      `${asked_at}`,
      `SELECT 1 FROM accounts WHERE id = '${account_id}' AND erased_at IS NULL`,
      { erasureId: id, token: '' },
    ),
  )
  return finished_at === null ? [insert, ...endRequests] : [insert]
}

/** The same changes as when an erasure is asked (`worker/insights/erasure/ask-erasure.ts`). */
function hideErased(now: number): string[] {
  const asked = '(SELECT account_id FROM erasures WHERE undone_at IS NULL AND finished_at IS NULL)'
  return [
    `UPDATE accounts SET disabled_at = ${now} WHERE id IN ${asked} AND disabled_at IS NULL`,
    `DELETE FROM visible_credentials WHERE student_id IN ${asked}`,
    `DELETE FROM visibilities WHERE student_id IN ${asked}`,
    `UPDATE credentials SET published_at = NULL, shown_name = NULL, listed = 0, listed_and_visible = 0,
      publication_version = publication_version + 1
      WHERE student_id IN ${asked} AND published_at IS NOT NULL`,
    `INSERT INTO consent_withdrawals (consent_id, at) SELECT c.id, ${now} FROM consents c
      WHERE c.student_id IN ${asked}
        AND NOT EXISTS (SELECT 1 FROM consent_withdrawals w WHERE w.consent_id = c.id)`,
  ]
}

/**
 * Badges that were issued after the moment still exist as files, with places in a list that the
 * restored database takes for free. New badges get a new list, so that no place has two.
 */
const closeLists = (now: number) =>
  `UPDATE status_lists SET full_at = ${now} WHERE full_at IS NULL AND taken > 0`

/**
 * SQL that a restored vault needs before the Worker uses it: destroyed keys stay destroyed, and the wrapping
 * keys since then go on. Without their rows their salts would never be deleted.
 */
export function carryOverVault({ destroyed, epochs }: Pick<Known, 'destroyed' | 'epochs'>) {
  return [
    ...destroyed.map(
      ({ owner, destroyed_at }) =>
        `INSERT INTO destroyed_owners (owner, destroyed_at) VALUES ('${owner}', ${destroyed_at})
          ON CONFLICT (owner) DO NOTHING`,
    ),
    'DELETE FROM owner_keys WHERE owner IN (SELECT owner FROM destroyed_owners)',
    ...epochs.map(
      ({ id, root_id, made_at, active_at, emptied_at }) =>
        `INSERT INTO wrapping_epochs (id, root_id, made_at, active_at, emptied_at)
          VALUES ('${id}', '${root_id}', ${made_at}, ${active_at}, ${emptied_at ?? 'NULL'})
          ON CONFLICT (id) DO NOTHING`,
    ),
  ]
}
