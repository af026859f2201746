import { numberOf, reading, textsOf } from '../backup/database-file.ts'
import type { InstanceFiles } from '../backup/instance-files.ts'

/**
 * How many people and organizations of the main database have text that the vault has no key for. Such text is lost. The
 * ones that are to be erased do not count: their keys can be destroyed already.
 */
export function countWithoutKey({ main, vault }: InstanceFiles): number {
  return reading(main, (db) => {
    db.prepare('ATTACH ? AS vault').run(vault)
    return numberOf(
      db,
      `SELECT count(*) AS n FROM (
         SELECT 'account:' || a.id AS owner FROM accounts a WHERE a.email <> '' AND a.erased_at IS NULL
           AND NOT EXISTS (SELECT 1 FROM erasures e WHERE e.account_id = a.id AND e.undone_at IS NULL)
         UNION ALL
         SELECT 'organization:' || id FROM organizations WHERE contact LIKE '1|%')
       WHERE owner NOT IN (SELECT owner FROM vault.owner_keys)`,
    )
  })
}

/** The wrapping keys of the vault that need a salt. A key from before the first epoch needs none. */
export function saltsNeeded(vault: string): string[] {
  return reading(vault, (db) =>
    textsOf(
      db,
      `SELECT DISTINCT wrapping_id AS text FROM owner_keys
       WHERE wrapping_id LIKE 'e-%' AND broken_at IS NULL`,
    ),
  )
}
