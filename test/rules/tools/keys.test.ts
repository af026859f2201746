import { spawnSync } from 'node:child_process'
import {
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

import { describe as group, expect, it } from 'vitest'

import { describe, remove, rotate } from '../../../tools/keys/secrets.mjs'
import { usesOf } from '../../../tools/keys/uses.mjs'

const now = Date.parse('2030-01-01T12:00:00Z')
const [one, two] = ['11'.repeat(32), '22'.repeat(32)]
const first = { dev: true, current: '1', keys: { 1: one } }
const from = '2030-01-01T12:10:00.000Z'

group('a new key', () => {
  it('is known at once and current ten minutes later', () => {
    const { secret } = rotate('pepper', first, { key: two, now })
    expect(secret).toEqual({ dev: true, current: '2', from, before: '1', keys: { 1: one, 2: two } })
    expect(describe(secret, now)).toEqual([
      { id: '1', state: 'current' },
      { id: '2', state: `current from ${from}` },
    ])
    expect(describe(secret, Date.parse(from))).toEqual([
      { id: '1', state: 'old' },
      { id: '2', state: 'current' },
    ])
  })

  it('waits until the last change is finished', () => {
    const { secret } = rotate('email-index', first, { key: two, now })
    const again = (at: number) => rotate('email-index', secret, { key: one, now: at })
    expect(again(Date.parse(from) - 1)).toEqual({ refused: expect.stringContaining(from) })
    expect(again(Date.parse(from))).toMatchObject({ id: '3' })
  })

  it('of the signer is current at once: its own clock says when it is used', () => {
    const expected = { dev: true, current: '2', keys: { 1: one, 2: two } }
    expect(rotate('wrapping', first, { key: two, now }).secret).toEqual(expected)
    expect(rotate('issuer', first, { key: two, now }).secret).toEqual(expected)
  })

  it('of an issuer can mark all others as stolen, and stays so', () => {
    const { secret } = rotate('issuer', first, { key: two, now, isCompromised: true })
    expect(secret).toEqual({
      dev: true,
      current: '2',
      compromised: ['1'],
      keys: { 1: one, 2: two },
    })
    expect(rotate('issuer', secret, { key: one, now }).secret.compromised).toEqual(['1'])
    expect(rotate('pepper', first, { key: two, now, isCompromised: true })).toHaveProperty(
      'refused',
    )
  })
})

group('an old key is removed', () => {
  const { secret } = rotate('pepper', first, { key: two, now })
  const hour = 3_600_000

  it.each([
    ['not while it is current', 'pepper', '1', [], now],
    ['not if it is the next one', 'pepper', '2', [], now],
    ['not if there is none of this name', 'pepper', '3', [], now],
    ['not in the hour in which its codes live', 'pepper', '1', [], Date.parse(from) + hour - 1],
    ['not while rows need it', 'email-index', '1', ['1 accounts'], Date.parse(from) + hour],
  ] as const)('%s', (_, name, id, uses, at) => {
    expect(remove(name, secret, { id, uses: [...uses], now: at })).toHaveProperty('refused')
  })

  it('when nothing needs it', () => {
    const at = { id: '1', uses: [], now: Date.parse(from) + hour }
    expect(remove('pepper', secret, at).secret?.keys).toEqual({ 2: two })
  })
})

it('asks each database what still needs a key', () => {
  const asked: string[] = []
  const count = (database: string, sql: string) => asked.push(`${database}: ${sql}`)
  expect(usesOf('wrapping', '1', { count, now })).toEqual(['1 keys of owners', '2 wrapping keys'])
  expect(asked[1]).toBe(
    "mettle-vault: SELECT count(*) AS n FROM wrapping_epochs WHERE root_id = '1'",
  )
  expect(usesOf('wrapping', "1' OR 1", { count, now })).toEqual([])
})

const rows: Record<string, string> = {
  mail_refusals: "INSERT INTO mail_refusals VALUES ('an address', NULL, 1, '1')",
  mail_suppressions: "INSERT INTO mail_suppressions VALUES ('an address', '1', 'complained', 1)",
  mail_outcomes:
    "INSERT INTO mail_outcomes VALUES ('a mail', 1, 'news', 'http', 'sent', 'an address', '1', NULL)",
}

it.each(Object.entries(rows))('keeps a key of addresses for the rows of %s', (_, row) => {
  const db = new DatabaseSync(':memory:')
  const migrations = globSync('migrations/*.sql').toSorted()
  for (const file of migrations) db.exec(readFileSync(file, 'utf8'))
  const count = (database: string, sql: string) =>
    database === 'mettle' ? Number(db.prepare(sql).get()?.['n']) : 0
  const used = () => ['1', '2'].map((id) => usesOf('email-index', id, { count, now }).length)
  expect(used()).toEqual([0, 0])
  db.exec(row)
  expect(used()).toEqual([1, 0])
})

it('npm run keys changes the file, shows no key and keeps it for its owner', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mettle-keys-'))
  mkdirSync(join(folder, 'worker/signer'), { recursive: true })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  const line = (name: string) => `${name}='${JSON.stringify(first)}'`
  const main = ['SIGN_IN_PEPPER', 'EMAIL_INDEX_KEY', 'PSEUDONYM_KEY'].map(line).join('\n')
  writeFileSync(join(folder, '.dev.vars'), `${main}\n`)
  const signer = ['ISSUER_SEEDS', 'WRAPPING_KEYS'].map(line).join('\n')
  writeFileSync(join(folder, 'worker/signer/.dev.vars'), `${signer}\n`)
  const run = (...words: string[]) =>
    spawnSync(process.execPath, [resolve('tools/keys.mjs'), ...words], {
      cwd: folder,
      encoding: 'utf8',
    })

  for (const name of ['pepper', 'email-index', 'pseudonym', 'wrapping', 'issuer']) {
    const { status, stdout, stderr } = run('rotate', name)
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toContain(`Added key 2 to ${name}`)
    expect(stdout).not.toMatch(/[0-9a-f]{32}/)
  }
  const { stdout } = run('list')
  expect(stdout.match(/key 1 /g)).toHaveLength(5)
  expect(stdout).not.toMatch(/[0-9a-f]{32}/)
  for (const file of ['.dev.vars', 'worker/signer/.dev.vars']) {
    const text = readFileSync(join(folder, file), 'utf8')
    expect(text.match(/"2":"[0-9a-f]{64}"/g)).toHaveLength(file === '.dev.vars' ? 3 : 2)
    expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600)
  }
  expect(run('remove', 'pepper', '2').status).toBe(1)
  expect(run('rotate', 'salt').stderr).toContain('npm run keys -- list')
})
