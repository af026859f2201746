import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { factsOf, faultsOf, reading, textsOf, writing } from '../../tools/backup/database-file.ts'
import type { InstanceFiles } from '../../tools/backup/instance-files.ts'
import { applyMigrations } from '../../tools/restore/apply-migrations.ts'
import { checkCredentials } from '../../tools/restore/check-credentials.ts'
import { type Scratch, startScratch } from '../../tools/restore/scratch.ts'
import { releasedInstance } from '../support/release.ts'
import { testSeeds, testWrappingKeys } from '../support/test-keys.ts'

const folder = mkdtempSync(join(tmpdir(), 'mettle-upgrade-'))
const keyOf = (byte: string) =>
  JSON.stringify({ dev: true, current: '1', keys: { 1: byte.repeat(32) } })
const secrets = {
  main: { SIGN_IN_PEPPER: keyOf('11'), EMAIL_INDEX_KEY: keyOf('22'), PSEUDONYM_KEY: keyOf('33') },
  signer: {
    ISSUER_SEEDS: JSON.stringify(testSeeds),
    WRAPPING_KEYS: JSON.stringify(testWrappingKeys),
  },
}

let files: InstanceFiles
let before: Record<string, number>
let instance: Scratch

beforeAll(async () => {
  files = await releasedInstance(folder)
  before = factsOf(files.main).counts
  applyMigrations('main', files.main)
  applyMigrations('vault', files.vault)
})

afterAll(async () => {
  await instance?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Signs somebody in who acts in this role. */
function sessionOf(role: 'student' | 'admin'): Record<string, string> {
  const token = randomUUID().replaceAll('-', '').padEnd(43, 'x')
  const hash = createHash('sha256').update(token).digest('hex')
  writing(files.main, (db) =>
    db
      .prepare(
        `INSERT INTO sessions (token_hash, id, account_id, membership_id, created_at, expires_at,
           idle_seconds, seen_at, proven_at, shared_computer, device)
         SELECT ?1, ?2, account_id, m.id, ?3, ?3 + 86400000, 7200, ?3, ?3, 0, 'Test' FROM memberships m
         WHERE role = ?4 AND m.ended_at IS NULL ORDER BY
           (SELECT count(*) FROM credentials c WHERE c.student_id = account_id) DESC, m.created_at LIMIT 1`,
      )
      .run(hash, randomUUID(), Date.now(), role),
  )
  return { cookie: `__Host-session=${token}` }
}

describe('the data of the last release', () => {
  it('goes through the migrations of this version whole', () => {
    expect(faultsOf(files.main)).toEqual([])
    expect(faultsOf(files.vault)).toEqual([])
    const after = factsOf(files.main)
    expect(after.migrations.length).toBeGreaterThan(before['d1_migrations'] ?? 0)
    const { d1_migrations: _, ...kept } = before
    expect(after.counts).toMatchObject(kept)
  })

  it('has the hidden items of each version, with their levels', () => {
    const of = (sql: string) => reading(files.main, (db) => textsOf(db, sql)).toSorted()
    const items = of('SELECT version_hash || item_key || levels AS text FROM hidden_items')
    expect(items.length).toBeGreaterThan(20)
    expect(items).toEqual(
      of(`SELECT v.hash || (c.value ->> '$.id') || (c.value -> '$.levels') AS text
        FROM challenge_versions v, json_each(v.body, '$.calibration') c
        WHERE c.value ->> '$.use' = 'hidden'`),
    )
    const ids = of('SELECT id AS text FROM hidden_items')
    const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
    expect(ids.filter((id) => !uuid.test(id))).toEqual([])
  })

  it('takes a claim and a review that the Worker before still writes, and refuses the same twice', () => {
    writing(files.main, (db) => {
      db.exec('BEGIN')
      const columns = `submission_id, reviewer_id, author_id, organization_id, challenge_id, role,
        claimed_at, lease_until`
      db.exec(`INSERT INTO claims (id, ${columns})
        SELECT 'old-worker', s.id, a.id, s.student_id, s.organization_id, s.challenge_id, 'mentor', 1, 2
        FROM submissions s JOIN accounts a ON a.id <> s.student_id
        WHERE NOT EXISTS (SELECT 1 FROM claims c WHERE c.reviewer_id = a.id)
        ORDER BY s.id, a.id LIMIT 1`)
      const again = `INSERT INTO claims (id, ${columns})
        SELECT 'again', ${columns} FROM claims WHERE id = 'old-worker'`
      expect(() => db.exec(again)).toThrow(/claims.reviewer_id, claims.seat/)
      db.exec(`INSERT INTO reviews (id, submission_id, reviewer_id, role, claim_id, worked, try_next,
          handed_in_at, effective_at, surplus)
        SELECT 'old-review', submission_id, reviewer_id, role, id, '', '', 1, 2, 0
        FROM claims WHERE id = 'old-worker'`)
      const stored = db
        .prepare(
          "SELECT c.item_id, c.seat, r.item_id AS of FROM claims c JOIN reviews r ON r.claim_id = c.id WHERE c.id = 'old-worker'",
        )
        .get()
      expect({ ...stored }).toEqual({ item_id: null, seat: 0, of: null })
      const both =
        "UPDATE claims SET item_id = (SELECT id FROM hidden_items LIMIT 1) WHERE id = 'old-worker'"
      expect(() => db.exec(both)).toThrow(/claim_on_one_answer/)
      db.exec('ROLLBACK')
    })
  })

  it('has badges that are valid', async () => {
    expect(await checkCredentials(files.main, 20)).toEqual({ checked: 7, damaged: [] })
  })

  it('is read by this version, sealed texts too', async () => {
    const [student, admin] = [sessionOf('student'), sessionOf('admin')]
    const slug = reading(files.main, (db) => textsOf(db, 'SELECT slug AS text FROM issuers')[0])
    instance = await startScratch(join(folder, 'scratch'), files, secrets)

    for (const page of ['/', '/challenges', `/organizations/${slug}/did.json`]) {
      expect((await instance.get(page)).status, page).toBe(200)
    }
    for (const path of ['/api/session', '/api/attempts', '/api/credentials', '/api/account']) {
      expect((await instance.get(path, student)).status, path).toBe(200)
    }
    const account = JSON.parse((await instance.get('/api/account', student)).text)
    expect(account.email).toMatch(/@/)
    const attempts = JSON.parse((await instance.get('/api/attempts', student)).text)
    const result = await instance.get(`/api/attempts/${attempts.attempts[0].id}/result`, student)
    expect(result.status, result.text).toBe(200)
    const members = await instance.get('/api/members', admin)
    expect(members.status).toBe(200)
    expect(JSON.parse(members.text).members[0].name).toMatch(/^\p{Lu}/u)
  })
})
