import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import type { BackupKey } from '../backup/backup-key.ts'
import { faultsOf, numberOf, reading, textsOf, writing } from '../backup/database-file.ts'
import type { InstanceFiles } from '../backup/instance-files.ts'
import { databaseNames } from '../backup/manifest.ts'
import { Refusal } from '../backup/refusal.ts'
import { applyMigrations } from './apply-migrations.ts'
import { carryOverMain, carryOverVault } from './carry-over.ts'
import { checkCredentials } from './check-credentials.ts'
import { countWithoutKey, saltsNeeded } from './check-keys.ts'
import { type Ask, type Known, findKnown } from './find-known.ts'
import { openBackup } from './open-backup.ts'
import { startScratch } from './scratch.ts'

interface Drill {
  backup: string
  keyNamed: (id: string) => BackupKey
  /** Asks the databases that a restore would replace; undefined if they are gone. */
  ask: Ask | undefined
  listSalts: (() => string[]) | undefined
  /** For the restored databases; the caller deletes it. */
  folder: string
  now: Date
  say: (line: string) => void
}

const badges = 20

/**
 * Restores both databases of a backup into a scratch instance and uses it. Says a line for each step. Throws a Refusal at
 * the first one that shows that the backup could not be used.
 */
export async function drill({ backup, keyNamed, ask, listSalts, folder, now, say }: Drill) {
  const { manifest, files } = await openBackup(backup, keyNamed, folder)
  const { main, vault } = manifest.databases
  const rows = Object.values(main.counts).reduce((sum, count) => sum + count, 0)
  say(`ok  The backup of ${manifest.moment} opens, and no byte has changed.`)
  say(`ok  ${rows} rows in ${Object.keys(main.counts).length} tables, as the manifest says.`)
  say('ok  SQLite finds no damage, and no row that points to nothing.')

  const applied = databaseNames.flatMap((name) => applyMigrations(name, files[name]))
  say(
    applied.length > 0
      ? `ok  ${applied.length} newer migrations were applied.`
      : 'ok  It is of this version.',
  )

  sayKeys(files, vault.counts['owner_keys'] ?? 0, say)
  saySalts(saltsNeeded(files.vault), listSalts, say)
  const { checked, damaged } = await checkCredentials(files.main, badges)
  if (damaged.length > 0) throw new Refusal(`The signature of badge ${damaged[0]} is not valid.`)
  say(`ok  ${checked} badges were rebuilt, and their signatures are valid.`)

  const known = ask && findKnown(ask, new Date(manifest.moment))
  if (known) carryOver(files, known, now)
  await use(files, known, folder, say)
}

function sayKeys(files: InstanceFiles, keys: number, say: Drill['say']): void {
  const without = countWithoutKey(files)
  if (without > 0) throw new Refusal(`${without} people or organizations have no key in the vault.`)
  say(`ok  Everybody has a key in the vault (${keys} keys).`)
}

function saySalts(needed: string[], listSalts: Drill['listSalts'], say: Drill['say']): void {
  if (needed.length > 0 && !listSalts) {
    return say(`--  Not checked: whether the salts of ${needed.join(', ')} still exist.`)
  }
  const there = needed.length > 0 ? listSalts?.() : []
  const gone = needed.filter((id) => !there?.includes(id))
  if (gone.length > 0) {
    throw new Refusal(`The salt of ${gone[0]} is gone, so this copy of the vault opens nothing.
Restore the main database only, and keep the vault that is there: npm run restore -- --main-only`)
  }
  say(
    needed.length > 0
      ? `ok  The vault can be opened: the salts of ${needed.length} wrapping keys exist.`
      : 'ok  The vault needs no salts.',
  )
}

function carryOver(files: InstanceFiles, known: Known, now: Date): void {
  const statements = { main: carryOverMain(known, now), vault: carryOverVault(known) }
  for (const name of databaseNames) {
    writing(files[name], (db) => {
      for (const statement of statements[name]) db.exec(statement)
    })
  }
}

/** Starts the restored instance, lets it erase, reads pages, and looks into its databases again. */
async function use(
  files: InstanceFiles,
  known: Known | undefined,
  folder: string,
  say: Drill['say'],
): Promise<void> {
  const slugs = reading(files.main, (db) => textsOf(db, 'SELECT slug AS text FROM issuers LIMIT 1'))
  const home = join(folder, 'scratch')
  mkdirSync(home)
  const scratch = await startScratch(home, files)
  try {
    await scratch.erase()
    const pages = ['/', '/challenges', ...slugs.map((slug) => `/organizations/${slug}/did.json`)]
    const answers = await Promise.all(pages.map((page) => scratch.get(page)))
    const failed = answers.findIndex(({ status }) => status !== 200)
    if (failed >= 0) throw new Refusal(`${pages[failed]} answers ${answers[failed]?.status}.`)
    say(`ok  The restored instance starts and shows ${pages.join(', ')}.`)
  } finally {
    await scratch.stop()
  }
  sayErasures(scratch.files, known, say)
}

function sayErasures(files: InstanceFiles, known: Known | undefined, say: Drill['say']): void {
  if (!known) {
    return say(
      '--  There is no database to take later erasures from. After a real restore, ask for them again.',
    )
  }
  const over = known.erasures.filter(({ finished_at }) => finished_at !== null)
  const isLeft = ({ account_id }: { account_id: string }) =>
    reading(files.main, (db) =>
      numberOf(
        db,
        `SELECT count(*) AS n FROM accounts WHERE id = ? AND (erased_at IS NULL OR email <> '')`,
        account_id,
      ),
    ) > 0
  if (over.some(isLeft)) throw new Refusal('An account that was erased came back.')
  const opened = reading(files.vault, (db) =>
    numberOf(
      db,
      'SELECT count(*) AS n FROM owner_keys WHERE owner IN (SELECT value FROM json_each(?))',
      JSON.stringify(known.destroyed.map(({ owner }) => owner)),
    ),
  )
  if (opened > 0) throw new Refusal('A key that was destroyed came back.')
  const faults = databaseNames.flatMap((name) => faultsOf(files[name]))
  if (faults[0]) throw new Refusal(`After the erasures: ${faults[0]}`)
  say(
    `ok  ${over.length} erasures and ${known.destroyed.length} destroyed keys since then were done again.`,
  )
}
