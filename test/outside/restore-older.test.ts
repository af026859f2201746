import { copyFileSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

import { afterAll, beforeEach, describe, expect, it } from 'vitest'

import { currentKey } from '../../tools/backup/backup-key.ts'
import { copyLocal } from '../../tools/backup/copy-local.ts'
import { factsOf, faultsOf, numberOf, reading, writing } from '../../tools/backup/database-file.ts'
import { type InstanceFiles, filesOf } from '../../tools/backup/instance-files.ts'
import { loadSql } from '../../tools/backup/load-sql.ts'
import { takeBackup } from '../../tools/backup/take-backup.ts'
import { applyMigrations } from '../../tools/restore/apply-migrations.ts'
import { releasedInstance } from '../support/release.ts'
import { runTool } from '../support/run-tool.ts'

/** An instance on this computer that only this file has. */
const port = '9482'
const home = `.local/${port}`
const folder = mkdtempSync(join(tmpdir(), 'mettle-restore-older-test-'))
const key = { METTLE_BACKUP_KEY_FILE: join(folder, 'key', 'backup-key.json') }
const hourMs = 3_600_000

/** As they were in the last release, which had no tables about mail that was sent. */
const old = { main: join(folder, 'old-main'), vault: join(folder, 'old-vault') }
let files: InstanceFiles

beforeEach(async () => {
  rmSync(home, { recursive: true, force: true })
  files = await releasedInstance(home)
  for (const name of ['main', 'vault'] as const) copyFileSync(files[name], old[name])
})
afterAll(() => {
  for (const each of [folder, home]) rmSync(each, { recursive: true, force: true })
})

/** Brings the instance to this version, which then mails and hears of a complaint. */
function upgrade(): void {
  applyMigrations('main', files.main)
  applyMigrations('vault', files.vault)
  writing(files.main, (db) => {
    const suppress = db.prepare('INSERT INTO mail_suppressions VALUES (?, ?, ?, ?)')
    suppress.run("O'Brien", '1', 'complained', Date.now())
    suppress.run('earlier', '1', 'bounced', Date.now() - 5 * hourMs)
    const note = db.prepare(
      "INSERT INTO mail_outcomes VALUES (?, ?, 'news', 'http', ?, 'x', '1', ?)",
    )
    note.run('a mail', Date.now(), 'sent', 'its name')
    note.run('refused', Date.now(), 'refused', null)
    note.run('earlier', Date.now() - 5 * hourMs, 'sent', null)
  })
}

function expectUpgraded(): void {
  const { main, vault } = filesOf(home)
  const all = globSync('migrations/*.sql').map((file) => basename(file))
  expect(factsOf(main).migrations.toSorted()).toEqual(all.toSorted())
  expect([...faultsOf(main), ...faultsOf(vault)]).toEqual([])
  const count = (from: string) =>
    reading(main, (db) => numberOf(db, `SELECT count(*) AS n FROM ${from}`))
  expect(count("mail_suppressions WHERE email_index = 'O''Brien' AND reason = 'complained'")).toBe(
    1,
  )
  expect(count('mail_suppressions')).toBe(1)
  expect(count("mail_outcomes WHERE mail_id = 'a mail' AND carrier_id = 'its name'")).toBe(1)
  expect(count('mail_outcomes')).toBe(1)
}

const backUp = (inside: string) =>
  takeBackup(
    { source: 'local', version: 'a test', copy: (to) => copyLocal(files, to) },
    currentKey(key),
    inside,
    new Date(),
  )
const restore = (words: string[], env: Record<string, string> = {}) =>
  runTool('restore', words, { PORT: port, ...key, ...env })

/** Takes databases of this version, which the stand-in has, back to those of the last release. */
function restoreRemote(more: object = {}) {
  const calls = join(folder, 'calls')
  const databases = { mettle: files.main, 'mettle-vault': files.vault }
  const past = { mettle: old.main, 'mettle-vault': old.vault }
  const time = new Date(Date.now() - hourMs).toISOString()
  const done = restore(['--remote', '--time', time, '--yes'], {
    METTLE_WRANGLER: 'test/support/stand-in-wrangler.ts',
    STAND_IN: JSON.stringify({ ...databases, past, calls, ...more }),
  })
  const [made = ''] = /\.local\/restore-[\w-]+/.exec(done.text) ?? []
  if (made) rmSync(made, { recursive: true, force: true })
  return done
}

describe('npm run restore of an older version', () => {
  it('brings a backup to this version, and nobody gets mail who was not to get more', async () => {
    const backups = join(folder, 'older')
    await backUp(backups)
    upgrade()
    const { status, text } = restore(['--from', backups])
    expect(status, text).toBe(0)
    expect(text).toContain('Done again: 1 addresses whose mail was stopped since then.')
    expectUpgraded()
  })

  it('does the same with deployed databases, whose migrations come before the file', () => {
    upgrade()
    const { status, text } = restoreRemote()
    expect(status, text).toBe(0)
    expect(text).toContain(
      'Until the last line has run, people who are erased or hidden can be seen',
    )
    expectUpgraded()
  })

  it('says which lines are left if it stops midway', () => {
    upgrade()
    const { status, text } = restoreRemote({ fails: 'd1 migrations apply mettle -c' })
    expect(status).toBe(1)
    const [, left = ''] = text.split('Run these lines at once:')
    const lines = left.trim().split('\n')
    expect(lines.map((line) => line.trim().split(' ').slice(0, 6).join(' '))).toEqual([
      'npx wrangler d1 migrations apply mettle',
      'npx wrangler d1 execute mettle -c',
    ])
  })

  it('takes an instance that was not started with this version yet', async () => {
    const backups = join(folder, 'same')
    await backUp(backups)
    const { status, text } = restore(['--from', backups])
    expect(status, text).toBe(0)
    expect(factsOf(filesOf(home).main).migrations).toContain('0047_mail_outcomes.sql')
  })

  it('writes SQL of this version for new databases', async () => {
    const [backups, sql] = [join(folder, 'for-sql'), join(folder, 'sql')]
    await backUp(backups)
    const { status, text } = restore(['--from', backups, '--sql', sql])
    expect(status, text).toBe(0)
    const loaded = join(folder, 'loaded')
    await loadSql(join(sql, 'main.sql'), loaded)
    expect(factsOf(loaded).migrations).toContain('0047_mail_outcomes.sql')
    expect(faultsOf(loaded)).toEqual([])
  })

  it('refuses a backup of a newer version and changes nothing', async () => {
    const backups = join(folder, 'newer')
    upgrade()
    const add = "INSERT INTO d1_migrations (name) VALUES ('9999_later.sql')"
    writing(files.vault, (db) => db.exec(add))
    await backUp(backups)
    writing(files.vault, (db) => db.exec("DELETE FROM d1_migrations WHERE name = '9999_later.sql'"))
    const before = readFileSync(files.main)
    const { status, text } = restore(['--from', backups])
    expect(text).toContain('The backup is from a newer version of Mettle: it has 9999_later.sql.')
    expect(status).toBe(1)
    expect(readFileSync(files.main).equals(before)).toBe(true)
  })
})
