import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { numberOf, reading, textsOf, writing } from '../../tools/backup/database-file.ts'
import { type InstanceFiles, filesOf } from '../../tools/backup/instance-files.ts'
import { applyMigrations } from '../../tools/restore/apply-migrations.ts'
import { releasedInstance } from '../support/release.ts'
import { runTool } from '../support/run-tool.ts'

/** An instance on this computer that only this file has. */
const port = '9481'
const home = `.local/${port}`
const folder = mkdtempSync(join(tmpdir(), 'mettle-restore-test-'))
const backups = join(folder, 'backups')
const keyFile = join(folder, 'key', 'backup-key.json')
const calls = join(folder, 'calls')

let files: InstanceFiles
/** Three people: erased since the backup, about to be, and one who took it back since. */
let erased: string
let asked: string
let stayed: string
/** More people who are erased since: a run of the cron does not erase them all. */
let many: string[]

const minutesAgo = (minutes: number) => Date.now() - minutes * 60_000
const week = 7 * 86_400_000

beforeAll(async () => {
  rmSync(home, { recursive: true, force: true })
  files = await releasedInstance(home)
  applyMigrations('main', files.main)
  applyMigrations('vault', files.vault)
  const students = reading(files.main, (db) =>
    db
      .prepare(
        `SELECT student_id AS id FROM credentials WHERE published_at IS NOT NULL
         UNION SELECT student_id FROM attempts LIMIT 3`,
      )
      .all(),
  ).map(({ id }) => String(id))
  ;[erased = '', asked = '', stayed = ''] = students
  many = reading(files.main, (db) =>
    textsOf(
      db,
      `SELECT account_id AS text FROM memberships WHERE role = 'student' AND account_id NOT IN (?, ?, ?)
         AND account_id NOT IN (SELECT student_id FROM credentials UNION SELECT student_id FROM visibilities)
       LIMIT 10`,
      erased,
      asked,
      stayed,
    ),
  )
  share()
})

/** Before the backup two organizations share reviewers, with every answer of one in the pool. */
const sharing = crypto.randomUUID()
function share(): void {
  const [asked = ''] = reading(files.main, (db) =>
    textsOf(db, 'SELECT organization_id AS text FROM submission_queue LIMIT 1'),
  )
  const [asking = ''] = reading(files.main, (db) =>
    textsOf(db, 'SELECT id AS text FROM organizations WHERE id <> ? LIMIT 1', asked),
  )
  main(
    `INSERT INTO reviewer_sharings (id, asking_organization_id, asked_organization_id, asked_by, asked_at,
       answer, answered_by, answered_at) VALUES (?, ?, ?, ?, 1, 'accepted', ?, 1)`,
    sharing,
    asking,
    asked,
    stayed,
    stayed,
  )
  main('UPDATE organizations SET pool_id = ? WHERE id IN (?, ?)', asking, asking, asked)
  main('UPDATE submission_queue SET pool = ? WHERE organization_id = ?', asking, asked)
}

afterAll(() => {
  for (const each of [folder, home]) rmSync(each, { recursive: true, force: true })
})

const run = (tool: string, words: string[], env: Record<string, string> = {}) =>
  runTool(tool, words, { PORT: port, METTLE_BACKUP_KEY_FILE: keyFile, ...env })

const main = (sql: string, ...values: (string | number)[]) =>
  writing(files.main, (db) => db.prepare(sql).run(...values))
const count = (path: string, from: string, ...values: (string | number)[]) =>
  reading(path, (db) => numberOf(db, `SELECT count(*) AS n FROM ${from}`, ...values))

function ask(id: string, at: number): void {
  main(
    `INSERT INTO erasures (id, account_id, token_hash, asked_at, due_at)
     VALUES (?, ?, ?, ?, ?)`,
    crypto.randomUUID(),
    id,
    Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('hex'),
    at,
    at + week,
  )
  main('UPDATE accounts SET disabled_at = ? WHERE id = ?', at, id)
}

/** As the Worker leaves it: nothing in the account, and no key. */
function finish(id: string, at: number): void {
  ask(id, at - week)
  main('UPDATE erasures SET finished_at = ? WHERE account_id = ?', at, id)
  main("UPDATE accounts SET email = '', name = NULL, erased_at = ? WHERE id = ?", at, id)
  writing(files.vault, (db) => {
    db.prepare('INSERT INTO destroyed_owners VALUES (?, ?)').run(`account:${id}`, at)
    db.prepare('DELETE FROM owner_keys WHERE owner = ?').run(`account:${id}`)
  })
}

/** What people decide after the backup, each about somebody who stays. */
const decided: Record<string, string> = {}
function decide(): void {
  const now = Date.now()
  const first = (from: string) =>
    reading(files.main, (db) =>
      String(
        db.prepare(`SELECT ${from} AND student_id NOT IN (?, ?) LIMIT 1`).get(erased, asked)?.[
          'id'
        ],
      ),
    )
  const consent = first('consent_id AS id FROM visibilities WHERE 1')
  main('INSERT INTO consent_withdrawals VALUES (?, ?)', consent, now)
  main(
    'DELETE FROM visible_credentials WHERE student_id IN (SELECT student_id FROM visibilities WHERE consent_id = ?)',
    consent,
  )
  main('DELETE FROM visibilities WHERE consent_id = ?', consent)
  const badge = first('id FROM credentials WHERE ended_at IS NULL')
  main("INSERT INTO credential_ends VALUES (?, 'revoked', 'error', ?)", badge, now)
  main('UPDATE credentials SET ended_at = ? WHERE id = ?', now, badge)
  const membership = first("id, account_id AS student_id FROM memberships WHERE role = 'recruiter'")
  main('UPDATE memberships SET ended_at = ? WHERE id = ?', now, membership)
  main(
    `UPDATE reviewer_sharings SET ended_at = ?, ended_by = answered_by,
       ending_organization_id = asking_organization_id WHERE id = ?`,
    now,
    sharing,
  )
  const refused = "O'Brien"
  main("INSERT INTO mail_refusals VALUES (?, NULL, ?, '1')", refused, now)
  Object.assign(decided, { consent, badge, membership, refused })
}

describe('npm run backup', () => {
  it('seals both databases of this computer, tells the instance when, and shows no key', () => {
    ask(stayed, minutesAgo(60))
    const { status, text } = run('backup', ['--to', backups])
    expect(text).toContain('keys of owners')
    expect(status, text).toBe(0)
    const { keys } = JSON.parse(readFileSync(keyFile, 'utf8'))
    expect(text).not.toContain(keys[1])
    const at = reading(files.main, (db) =>
      numberOf(db, "SELECT at AS n FROM operation_times WHERE name = 'backup'"),
    )
    expect(Date.now() - at).toBeLessThan(120_000)
  })
})

describe('npm run restore-drill', () => {
  it('restores both databases, erases again who was erased since, and reads a page', () => {
    for (const id of [erased, ...many]) finish(id, Date.now())
    ask(asked, Date.now())
    main('UPDATE erasures SET undone_at = ? WHERE account_id = ?', Date.now(), stayed)
    main('UPDATE accounts SET disabled_at = NULL WHERE id = ?', stayed)
    decide()

    const { status, text } = run('restore-drill', ['--from', backups])
    expect(text).toContain('7 badges were rebuilt, and their signatures are valid.')
    expect(text).toContain('11 erasures and 11 destroyed keys since then were done again.')
    expect(status, text).toBe(0)
    expect(text).toMatch(/starts and shows \/, \/challenges, \/organizations\/[\w-]+\/did\.json/)
  })

  it('fails for a badge whose signature is not valid', () => {
    const altered = join(folder, 'altered')
    main('DROP TRIGGER credentials_stay_as_signed')
    main("UPDATE credentials SET proof_value = 'z' || substr(proof_value, 3) || '2'")
    expect(run('backup', ['--to', altered]).status).toBe(0)
    const { status, text } = run('restore-drill', ['--from', altered])
    expect(status).toBe(1)
    expect(text).toMatch(/The signature of badge [\w-]+ is not valid\./)
  })

  it('fails for a vault that lacks the key of somebody, and for one whose salt is gone', () => {
    const lost = join(folder, 'lost')
    writing(files.vault, (db) => db.exec("UPDATE owner_keys SET wrapping_id = 'e-0123456789'"))
    expect(run('backup', ['--to', lost]).status).toBe(0)
    const standIn = {
      METTLE_WRANGLER: 'test/support/stand-in-wrangler.ts',
      STAND_IN: JSON.stringify({ calls }),
    }
    const unsalted = run('restore-drill', ['--from', lost], standIn)
    expect(unsalted.text).toContain('The salt of e-0123456789 is gone')
    expect(unsalted.status).toBe(1)

    const elsewhere = (salts: string[]) => ({
      METTLE_WRANGLER: 'test/support/stand-in-wrangler.ts',
      STAND_IN: JSON.stringify({ mettle: files.main, 'mettle-vault': files.vault, calls, salts }),
    })
    const drill = ['--from', lost, '--remote']
    const there = run('restore-drill', drill, elsewhere(['e-0123456789']))
    expect(there.text).toContain('The vault can be opened: the salts of 1 wrapping keys exist.')
    const gone = run('restore-drill', drill, elsewhere(['e-9876543210']))
    expect(gone.text).toContain('The salt of e-0123456789 is gone')

    rmSync(lost, { recursive: true })
    writing(files.vault, (db) =>
      db.prepare('DELETE FROM owner_keys WHERE owner = ?').run(`account:${stayed}`),
    )
    expect(run('backup', ['--to', lost]).status).toBe(0)
    const { status, text } = run('restore-drill', ['--from', lost])
    expect(text).toContain('1 people or organizations have no key in the vault.')
    expect(status).toBe(1)
  })
})

describe('npm run restore', () => {
  it('puts both databases back, and nobody who is erased or hidden comes back', () => {
    const { status, text } = run('restore', ['--from', backups])
    expect(status, text).toBe(0)
    expect(text).toContain('Done again: 1 badges that were revoked since then.')
    files = filesOf(home)
    // The signatures and keys that the tests above spoiled are whole again.
    expect(
      count(files.main, "credentials WHERE proof_value LIKE '%2' AND length(proof_value) < 80"),
    ).toBe(0)
    expect(count(files.vault, "owner_keys WHERE wrapping_id = 'k1'")).toBeGreaterThan(30)

    const owner = `account:${erased}`
    expect(count(files.vault, 'owner_keys WHERE owner = ?', owner)).toBe(0)
    expect(count(files.vault, 'destroyed_owners WHERE owner = ?', owner)).toBe(1)
    const due = 'erasures WHERE account_id = ? AND undone_at IS NULL AND finished_at IS NULL'
    expect(count(files.main, `${due} AND due_at <= ?`, erased, Date.now())).toBe(1)
    expect(count(files.main, `${due} AND due_at > ?`, asked, Date.now())).toBe(1)
    for (const id of [erased, asked]) {
      expect(count(files.main, 'accounts WHERE id = ? AND disabled_at IS NOT NULL', id)).toBe(1)
      expect(count(files.main, 'visibilities WHERE student_id = ?', id)).toBe(0)
      const shown = 'credentials WHERE student_id = ? AND published_at IS NOT NULL'
      expect(count(files.main, shown, id)).toBe(0)
    }
    expect(count(files.main, due, stayed)).toBe(0)
    expect(count(files.main, 'accounts WHERE id = ? AND disabled_at IS NULL', stayed)).toBe(1)
    // Badges that were issued since then keep their places in the list.
    expect(count(files.main, 'status_lists WHERE full_at IS NULL AND taken > 0')).toBe(0)
    expect(readdirSync(home).filter((name) => name.startsWith('replaced-'))).toHaveLength(1)
  })

  it('does again what people have decided since', () => {
    const { consent = '', badge = '', membership = '', refused = '' } = decided
    expect(count(files.main, 'consent_withdrawals WHERE consent_id = ?', consent)).toBe(1)
    expect(count(files.main, 'visibilities WHERE consent_id = ?', consent)).toBe(0)
    expect(count(files.main, 'credentials WHERE id = ? AND ended_at IS NOT NULL', badge)).toBe(1)
    const notes = "outbox WHERE subject_id = ? AND kind = 'credential.ended' AND done_at IS NULL"
    expect(count(files.main, notes, badge)).toBe(2)
    expect(count(files.main, 'memberships WHERE id = ? AND ended_at IS NOT NULL', membership)).toBe(
      1,
    )
    expect(count(files.main, 'mail_refusals WHERE email_index = ?', refused)).toBe(1)
    expect(count(files.main, 'reviewer_sharings WHERE id = ? AND ended_at > 1', sharing)).toBe(1)
    expect(count(files.main, 'organizations WHERE pool_id IS NOT NULL')).toBe(0)
    expect(count(files.main, 'submission_queue WHERE pool <> organization_id')).toBe(0)
  })

  it('changes nothing if the backup is damaged', () => {
    const [name = ''] = readdirSync(backups)
    const sealed = join(backups, name, 'vault.sealed')
    const bytes = readFileSync(sealed)
    writeFileSync(sealed, bytes.subarray(0, bytes.length - 1))
    const before = readFileSync(files.main)
    const { status, text } = run('restore', ['--from', backups])
    expect(text).toContain('damaged, not whole')
    expect(status).toBe(1)
    expect(readFileSync(files.main).equals(before)).toBe(true)
    writeFileSync(sealed, bytes)
  })
})

describe('a deployed instance', () => {
  const standIn = (more: object = {}) => ({
    METTLE_WRANGLER: 'test/support/stand-in-wrangler.ts',
    STAND_IN: JSON.stringify({ mettle: files.main, 'mettle-vault': files.vault, calls, ...more }),
  })
  const called = () => readFileSync(calls, 'utf8').trimEnd().split('\n')

  it('is backed up by exports, the main database first', () => {
    rmSync(calls, { force: true })
    const remote = join(folder, 'remote')
    const { status, text } = run('backup', ['--to', remote, '--remote'], standIn())
    expect(status, text).toBe(0)
    expect(called().map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      'd1 export mettle',
      'd1 export mettle-vault',
      'd1 execute mettle',
    ])
    const [name = ''] = readdirSync(remote)
    const manifest = JSON.parse(readFileSync(join(remote, name, 'manifest.json'), 'utf8'))
    expect(manifest.source).toBe('remote')
    expect(manifest.databases.main.counts.credentials).toBe(7)
  })

  it('has no new backup, and is not told of one, if an export fails', () => {
    rmSync(calls, { force: true })
    const remote = join(folder, 'failed')
    const failing = standIn({ fails: 'd1 export mettle-vault' })
    const { status, text } = run('backup', ['--to', remote, '--remote'], failing)
    expect(status).toBe(1)
    expect(text).toContain('The account does not answer.')
    expect(readdirSync(remote)).toEqual([])
    expect(called()).toHaveLength(2)
  })

  it('goes back to a moment only with --yes, the vault first, and keeps erasures in files before', () => {
    rmSync(calls, { force: true })
    const time = new Date(minutesAgo(30)).toISOString()
    const plan = run('restore', ['--remote', '--time', time], standIn())
    expect(plan.text).toContain('Nothing was changed.')
    expect(called().filter((line) => line.includes('time-travel'))).toEqual([])

    const done = run('restore', ['--remote', '--time', time, '--yes'], standIn())
    expect(done.status, done.text).toBe(0)
    expect(done.text).toContain('the-bookmark-before')
    const steps = called().filter((line) => !line.includes('--command'))
    expect(steps.map((line) => line.split(' ').slice(0, 4).join(' '))).toEqual([
      'd1 time-travel restore mettle-vault',
      'd1 migrations apply mettle-vault',
      'd1 execute mettle-vault -c',
      'd1 time-travel restore mettle',
      'd1 migrations apply mettle',
      'd1 execute mettle -c',
    ])
    const file = /--file (\S+main\.sql)/.exec(done.text)?.[1] ?? ''
    expect(existsSync(file)).toBe(true)
    expect(readFileSync(file, 'utf8')).toContain(asked)
    const folders = (plan.text + done.text).matchAll(/\.local\/restore-[\w-]+/g)
    for (const [path] of folders) rmSync(path, { recursive: true, force: true })
  })
})
