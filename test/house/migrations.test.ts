import { globSync } from 'node:fs'
import { basename } from 'node:path'

import { describe, expect, it } from 'vitest'

import { isBehind, lastMigration } from '../../worker/insights/health/last-migration.ts'
import { lastVaultMigration } from '../../worker/signer/vault/find-database.ts'

/** The files that wrangler applies, in its order. */
const filesIn = (folder: string) =>
  globSync(`${folder}/*.sql`)
    .map((path) => basename(path))
    .toSorted()

describe('the newest migration', () => {
  it('is known to the Worker that needs it, so that /health can say that it is missing', () => {
    expect(lastMigration).toBe(filesIn('migrations').at(-1))
    expect(lastVaultMigration).toBe(filesIn('migrations/vault').at(-1))
  })

  it('is found by name, because every file has a number of four digits and no number twice', () => {
    for (const folder of ['migrations', 'migrations/vault']) {
      const numbers = filesIn(folder).map((name) => /^(\d{4})_[a-z_]+\.sql$/.exec(name)?.[1])
      expect(numbers).not.toContain(undefined)
      expect(new Set(numbers).size).toBe(numbers.length)
    }
  })
})

it('a database is behind before its first migration, and not after a newer one', () => {
  expect(isBehind(null, '0049_operations.sql')).toBe(true)
  expect(isBehind('0048_plan.sql', '0049_operations.sql')).toBe(true)
  expect(isBehind('0049_operations.sql', '0049_operations.sql')).toBe(false)
  expect(isBehind('0051_backup.sql', '0049_operations.sql')).toBe(false)
})
