import type { D1Database } from '@cloudflare/workers-types'
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'

import type { Bindings } from '../../../worker/env.ts'
import { anAdmin } from '../../support/builders.ts'
import { Client } from '../../support/client.ts'
import { codeFor } from '../../support/mailbox.ts'
import { settle, tickAt } from '../../support/settle.ts'

const day = 86_400_000

/** Every row of a database, each with its table. */
async function rowsOf(db: D1Database): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
         AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\' AND name <> 'd1_migrations'`,
    )
    .all<{ name: string }>()
  const tables = await Promise.all(
    results.map(async ({ name }) => {
      const rows = await db.prepare(`SELECT * FROM "${name}"`).all()
      return rows.results.map((row) => `${name} ${JSON.stringify(row)}`)
    }),
  )
  return tables.flat()
}

const birthYear = new Date().getUTCFullYear() - 13

it('of somebody under 16, both databases keep only that an account was refused', async () => {
  const admin = await anAdmin()
  const email = `canary-${crypto.randomUUID()}@people.example`
  const before = new Set([...(await rowsOf(env.DB)), ...(await rowsOf(env.VAULT_DB))])

  await admin.client.post('/api/invitations', { emails: [email], role: 'student' })
  const child = new Client()
  await child.post('/api/sign-ins', { email })
  await settle()
  await child.post('/api/session', { by: 'code', code: codeFor(email), sharedComputer: false })
  const { body } = await child.get('/api/account')
  const { account } = (await child.get('/api/session')).body
  const { email_index: index } =
    (await env.DB.prepare('SELECT email_index FROM accounts WHERE id = ?')
      .bind(account.id)
      .first<{ email_index: string }>()) ?? {}
  // The key is a day old, so that the vault counts it as that of an account.
  await env.VAULT_DB.prepare('UPDATE owner_keys SET created_at = created_at - ? WHERE owner = ?')
    .bind(day, `account:${account.id}`)
    .run()
  await tickAt()
  const traces = [email, index ?? email, account.id]
  const held = async (db: D1Database) =>
    (await rowsOf(db)).filter((row) => traces.some((trace) => row.includes(trace)))
  expect((await held(env.DB)).length).toBeGreaterThan(3)
  expect(await held(env.VAULT_DB)).toHaveLength(2)

  const answer = { name: 'Canary Kit', language: 'en', birthYear, version: body.version }
  expect(await child.put('/api/account', answer)).toMatchObject({
    status: 403,
    body: { type: '/problems/minimum-age' },
  })
  await settle()

  // Ids that lead nowhere, in what cannot be changed.
  expect((await held(env.DB)).filter((row) => !row.startsWith('audit_entries '))).toEqual([])
  // How many owners were opened in a minute is counted for two minutes.
  const inVault = (await held(env.VAULT_DB)).filter((row) => !row.startsWith('opened_owners '))
  expect(inVault.map((row) => row.split(' ')[0])).toEqual(['destroyed_owners'])

  const added = [...(await rowsOf(env.DB)), ...(await rowsOf(env.VAULT_DB))].filter(
    (row) => !before.has(row),
  )
  for (const row of added) expect(row).not.toMatch(/canary|"birth_year":\d|Kit/i)
  expect(added.filter((row) => /^(?:accounts|sessions|sign_ins|invitations) /.test(row))).toEqual(
    [],
  )
})

it('is refused even if the vault does not answer, and the key goes later', async () => {
  const email = `canary-${crypto.randomUUID()}@people.example`
  const child = new Client()
  await child.post('/api/sign-ins', { email })
  await settle()
  await child.post('/api/session', { by: 'code', code: codeFor(email), sharedComputer: false })
  const { body } = await child.get('/api/account')
  const answer = { name: 'Kit', language: 'en', birthYear, version: body.version }
  const { id } = (await child.get('/api/session')).body.account
  const VAULT = {
    open: (owners: never) => env.VAULT.open(owners),
    create: (owners: never) => env.VAULT.create(owners),
    destroy: () => Promise.reject(new Error('away')),
  } as unknown as Bindings['VAULT']
  expect((await child.put('/api/account', answer, { env: { VAULT } })).status).toBe(403)
  expect((await child.get('/api/session')).status).toBe(401)
  await settle()
  expect(await env.VAULT.open([`account:${id}`])).toMatchObject({ keys: [] })
})
