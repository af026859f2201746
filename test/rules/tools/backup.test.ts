import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

import { describe, expect, it } from 'vitest'

import { addKey, currentKey, keyNamed } from '../../../tools/backup/backup-key.ts'
import { endOldBackups } from '../../../tools/backup/end-old.ts'
import type { InstanceFiles } from '../../../tools/backup/instance-files.ts'
import { listBackups, newestBackup, readManifest } from '../../../tools/backup/manifest.ts'
import { splitStatements } from '../../../tools/backup/split-statements.ts'
import { takeBackup } from '../../../tools/backup/take-backup.ts'
import { openBackup } from '../../../tools/restore/open-backup.ts'

const aFolder = () => mkdtempSync(join(tmpdir(), 'mettle-backup-test-'))
const key = { id: '1', bytes: randomBytes(32) }
const now = new Date('2026-11-30T02:00:00.000Z')

function aDatabase(path: string, sql = ''): void {
  const db = new DatabaseSync(path, { enableForeignKeyConstraints: false })
  db.exec(`CREATE TABLE parents (id INTEGER PRIMARY KEY);
    CREATE TABLE children (parent INTEGER REFERENCES parents (id));
    INSERT INTO parents VALUES (1), (2); INSERT INTO children VALUES (1); ${sql}`)
  db.close()
}

const copy = async ({ main, vault }: InstanceFiles) => {
  aDatabase(main)
  aDatabase(vault)
}

const take = (inside: string, more: Partial<Parameters<typeof takeBackup>[0]> = {}, at = now) =>
  takeBackup({ source: 'local', version: 'a test', copy, ...more }, key, inside, at)

describe('a backup', () => {
  it('has a manifest with the rows of each table, and opens again', async () => {
    const inside = aFolder()
    const { path } = await take(inside)
    expect(basename(path)).toBe('mettle-2026-11-30T02-00-00-000Z')
    const { manifest, files } = await openBackup(path, () => key, aFolder())
    expect(manifest.databases.main.counts).toEqual({ parents: 2, children: 1 })
    expect(manifest.moment).toBe(now.toISOString())
    expect(statSync(files.main).mode & 0o777).toBe(0o600)
    expect(readdirSync(inside)).toEqual([basename(path)])
  })

  it('is none if its copying fails midway, and the one before stays the newest', async () => {
    const inside = aFolder()
    const { path } = await take(inside, {}, new Date(now.getTime() - 86_400_000))
    const failing = async (to: InstanceFiles) => {
      aDatabase(to.main)
      throw new Error('The power is gone.')
    }
    await expect(take(inside, { copy: failing })).rejects.toThrow('The power is gone.')
    expect(newestBackup(inside)).toBe(path)
    expect(readdirSync(inside)).toEqual([basename(path)])
  })

  it('is none without its manifest or under the name that it has while it is written', async () => {
    const inside = aFolder()
    const { path } = await take(aFolder())
    mkdirSync(join(inside, basename(path)))
    writeFileSync(
      join(inside, basename(path), 'main.sealed'),
      readFileSync(join(path, 'main.sealed')),
    )
    mkdirSync(join(inside, `.partial-${basename(path)}`))
    writeFileSync(
      join(inside, `.partial-${basename(path)}`, 'manifest.json'),
      readFileSync(join(path, 'manifest.json')),
    )
    expect(listBackups(inside)).toEqual([])
    expect(() => newestBackup(inside)).toThrow('There is no whole backup')
  })

  it('is refused if somebody changed a number in the manifest', async () => {
    const { path } = await take(aFolder())
    const manifest = join(path, 'manifest.json')
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('"parents": 2', '"parents": 3'))
    expect(() => readManifest(path, () => key)).toThrow('was changed')
  })

  it('is not made of a database with a row that points to nothing', async () => {
    const inside = aFolder()
    const broken = async ({ main, vault }: InstanceFiles) => {
      aDatabase(main, 'INSERT INTO children VALUES (7)')
      aDatabase(vault)
    }
    await expect(take(inside, { copy: broken })).rejects.toThrow(
      'The main database is not sound: children points to a row of parents that is not there',
    )
    expect(readdirSync(inside)).toEqual([])
  })

  it('goes after 30 days, except the newest; what a killed run left goes after one', async () => {
    const inside = aFolder()
    const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)
    for (const days of [60, 31, 29]) await take(inside, {}, ago(days))
    const left = join(inside, '.partial-mettle-2026-11-01T02-00-00-000Z')
    mkdirSync(left)
    utimesSync(left, ago(2), ago(2))
    expect(endOldBackups(inside, now)).toBe(2)
    expect(listBackups(inside).map((path) => basename(path))).toEqual([
      'mettle-2026-11-01T02-00-00-000Z',
    ])
    expect(endOldBackups(inside, ago(-90))).toBe(0)
    await take(inside)
    expect(existsSync(left)).toBe(false)
  })
})

describe('the backup key', () => {
  it('is made once, for its owner only, and the next one leaves the older one to open with', () => {
    const env = { METTLE_BACKUP_KEY_FILE: join(aFolder(), 'keys', 'backup-key.json') }
    const first = currentKey(env)
    expect(first).toMatchObject({ id: '1', made: true })
    expect(currentKey(env)).toEqual({ ...first, made: false })
    expect(statSync(env.METTLE_BACKUP_KEY_FILE).mode & 0o777).toBe(0o600)
    addKey(env)
    expect(currentKey(env).id).toBe('2')
    expect(keyNamed(env, '1').bytes).toEqual(first.bytes)
    expect(() => keyNamed(env, '3')).toThrow('backup key 3')
  })

  it('is not used if others can read it, and no refusal shows it', () => {
    const env = { METTLE_BACKUP_KEY_FILE: join(aFolder(), 'backup-key.json') }
    currentKey(env)
    chmodSync(env.METTLE_BACKUP_KEY_FILE, 0o644)
    expect(() => currentKey(env)).toThrow('chmod 600')
    const secret = 'ab'.repeat(32)
    const given = { METTLE_BACKUP_KEY: `{"current":"1","keys":{"1":"${secret}"}` }
    expect(() => currentKey(given)).toThrow(/^METTLE_BACKUP_KEY does not hold a backup key\.$/)
  })
})

describe('SQL', () => {
  const split = async (sql: string) => {
    const lines = (async function* each() {
      yield* sql.split('\n')
    })()
    const found = []
    for await (const statement of splitStatements(lines)) found.push(statement.trim())
    return found
  }

  it.each([
    ['quotes', `INSERT INTO t VALUES ('a;b''c', "d;e");\nSELECT 1;`, 2],
    ['a text over lines', `INSERT INTO t VALUES ('a\n;\nb');\nSELECT 1;`, 2],
    ['comments', `-- one; it's\nSELECT 1; /* two;\n' */ SELECT 2;`, 2],
    [
      'a trigger',
      `CREATE TRIGGER t BEFORE UPDATE ON x BEGIN\n  SELECT CASE WHEN 1 THEN 2 END;\n  SELECT 2;\nEND;\nSELECT 1;`,
      2,
    ],
  ])('is cut into its statements: %s', async (_, sql, count) => {
    const statements = await split(sql)
    expect(statements).toHaveLength(count)
    expect(statements.join('\n').replaceAll(/\s/g, '')).toBe(sql.replaceAll(/\s/g, ''))
  })
})
