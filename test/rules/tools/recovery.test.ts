import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

import { beforeEach, describe, expect, it } from 'vitest'

import { recoveryText, recoveryToken } from '../../../tools/setup/recovery.mjs'

let db: DatabaseSync
const [now, expiresAt] = [1_790_000_000_000, 1_790_086_400_000]
const { token, hash, sql } = recoveryToken(now)

beforeEach(() => {
  db = new DatabaseSync(':memory:')
  for (const file of globSync('migrations/*.sql').toSorted()) db.exec(readFileSync(file, 'utf8'))
})

const rows = (table: string) => db.prepare(`SELECT * FROM ${table}`).all()

describe('npm run setup -- --recover', () => {
  it('makes one token that recovers, and an entry in the trail of the operator', () => {
    db.exec(`INSERT INTO organizations (id, kind, operator, name, slug, aliases, state, created_at)
      VALUES ('o1', 'programme', 1, 'Harbour College', 'harbour', '[]', 'approved', 1)`)
    db.exec(sql)
    expect(rows('setup_tokens')).toEqual([
      { token_hash: hash, expires_at: expiresAt, used_at: null, recovers: 1 },
    ])
    expect(rows('audit_entries')).toMatchObject([
      {
        at: now,
        actor_id: 'system',
        organization_id: 'o1',
        action: 'organization.recovery-asked',
        area: 'organizations',
        named_at: 0,
      },
    ])
  })

  it('shows the token in the link, and stores only its hash', () => {
    expect(recoveryText('https://mettle.example', token)).toContain(
      `https://mettle.example/recover-admin?token=${token}\n`,
    )
    expect(createHash('sha256').update(token).digest('hex')).toBe(hash)
    expect(sql).not.toContain(token)
  })

  it('makes nothing on an instance without an operator', () => {
    db.exec(sql)
    expect([rows('setup_tokens'), rows('audit_entries')]).toEqual([[], []])
  })
})
