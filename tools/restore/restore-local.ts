import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'

import { writing } from '../backup/database-file.ts'
import { type InstanceFiles, filesOf, instanceFiles } from '../backup/instance-files.ts'
import { type DatabaseName, databaseNames } from '../backup/manifest.ts'
import { Refusal } from '../backup/refusal.ts'
import { applyMigrations } from './apply-migrations.ts'
import { askLocal } from './ask.ts'
import { carryOverMain, carryOverVault } from './carry-over.ts'
import { saltsNeeded } from './check-keys.ts'
import { findKnown, findTakenBack } from './find-known.ts'
import type { Opened } from './open-backup.ts'

interface Place {
  home: string
  /** Without it, the vault that is there stays. */
  withVault: boolean
  /** Makes empty databases on a computer that has none. */
  migrate: () => void
  listSalts: () => string[]
  now: Date
  say: (line: string) => void
}

/**
 * Puts a backup in the place of a stopped instance on this computer. What was there is kept in a folder beside it. What
 * must not come back, erased accounts and destroyed keys, does not: see `carry-over.ts`.
 */
export function restoreLocal({ manifest, files }: Opened, place: Place): void {
  const { home, withVault, now, say } = place
  const moment = new Date(manifest.moment)
  const current = instanceFiles(home)
  if (!current && !withVault) throw new Refusal('There is no vault here to keep.')
  const changed: DatabaseName[] = withVault ? [...databaseNames] : ['main']
  // What must not come back is written into tables that an older backup may lack.
  for (const name of changed) applyMigrations(name, files[name])

  const statements = { main: [] as string[], vault: [] as string[] }
  if (current) {
    const ask = askLocal(current)
    const known = findKnown(ask, moment)
    statements.main = carryOverMain(known, now)
    statements.vault = carryOverVault(known)
    say(
      `${known.erasures.length} erasures and ${known.destroyed.length} destroyed keys since then are kept.`,
    )
    for (const line of known.decided) say(`Done again: ${line} since then.`)
    for (const line of findTakenBack(ask, moment)) say(`Taken back: ${line} since then.`)
  } else {
    statements.main = carryOverMain(undefined, now)
    say(
      `There is no database here to take later erasures from. Ask for those since ${manifest.moment} again.`,
    )
  }
  if (withVault) checkSalts(files.vault, place)

  for (const name of changed) run(files[name], statements[name])
  if (!current) place.migrate()
  swap(filesOf(home), files, changed, home, now)
  // The vault that stays can be older: the next start looks.
  rmSync(join(home, 'migrated'), { force: true })
}

function checkSalts(vault: string, { listSalts }: Place): void {
  const needed = saltsNeeded(vault)
  const there = needed.length > 0 ? listSalts() : []
  const gone = needed.find((id) => !there.includes(id))
  if (gone) {
    throw new Refusal(`The salt ${gone} is not here, so this copy of the vault would open nothing. Nothing was changed.
To keep the vault that is here: npm run restore -- --main-only`)
  }
}

function run(path: string, statements: string[]): void {
  writing(path, (db) => {
    db.exec('BEGIN')
    for (const statement of statements) db.exec(statement)
    db.exec('COMMIT')
  })
}

function swap(
  current: InstanceFiles,
  restored: InstanceFiles,
  names: DatabaseName[],
  home: string,
  now: Date,
): void {
  const aside = join(home, `replaced-${now.toISOString().replaceAll(/[:.]/g, '-')}`)
  mkdirSync(aside, { mode: 0o700 })
  // The vault first: should the computer stop in between, nobody has text without a key.
  for (const name of names.toReversed()) {
    for (const end of ['', '-wal', '-shm']) {
      const from = `${current[name]}${end}`
      if (existsSync(from)) renameSync(from, join(aside, basename(from)))
    }
    renameSync(restored[name], current[name])
  }
}
