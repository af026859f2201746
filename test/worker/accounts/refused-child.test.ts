import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { memberships } from '../../../worker/accounts/tables.ts'
import { emailIndex } from '../../../worker/accounts/account/email.ts'
import { aMentor, anAdmin, db } from '../../support/builders.ts'
import { Client, stubs } from '../../support/client.ts'
import { rotate } from '../../support/keys.ts'
import { codeFor } from '../../support/mailbox.ts'
import { settle } from '../../support/settle.ts'
import { sealingCall } from '../../support/sealing.ts'

const birthYear = new Date().getUTCFullYear() - 12

async function signedIn(email: string): Promise<Client> {
  const client = new Client()
  await client.post('/api/sign-ins', { email })
  await settle()
  const code = codeFor(email)
  await client.post('/api/session', { by: 'code', code, sharedComputer: false })
  return client
}

const sayAge = async (client: Client) => {
  const { body } = await client.get('/api/account')
  const answer = { name: 'Kit', language: 'en', birthYear, version: body.version }
  return client.put('/api/account', answer)
}

/**
 * Every row of every table with one of these texts in any column. Audit entries contain only ids.
 */
async function rowsHolding(...texts: string[]): Promise<string[]> {
  const { results } = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%'",
  ).all<{ name: string }>()
  const found: string[] = []
  for (const { name } of results) {
    if (name === 'audit_entries') continue
    const rows = (await env.DB.prepare(`SELECT * FROM "${name}"`).all()).results
    for (const row of rows) {
      const held = JSON.stringify(row)
      if (texts.some((text) => held.includes(text))) found.push(`${name}: ${held}`)
    }
  }
  return found
}

async function tracesOf(email: string, accountId: string) {
  return rowsHolding(email, await emailIndex(sealingCall(), email), accountId)
}

const idOf = async (client: Client): Promise<string> =>
  (await client.get('/api/session')).body.account.id

it('nothing is kept of a child who asked for further codes and typed wrong ones', async () => {
  const email = `${crypto.randomUUID()}@people.example`
  const admin = await anAdmin()
  await admin.client.post('/api/invitations', { emails: [email], role: 'student' })
  const client = await signedIn(email)
  const id = await idOf(client)
  // Another browser has tried a code and left, and a code for a fresh proof is pending.
  const other = new Client()
  await other.post('/api/sign-ins', { email: email.toUpperCase() })
  await other.post('/api/session', { by: 'code', code: '22222222', sharedComputer: false })
  await client.post('/api/session/confirmation/codes')
  await client.post('/api/session/confirmation', { code: '33333333' })
  // After ten codes in an hour a long one is mailed.
  for (let asked = 0; asked < 10; asked++) await new Client().post('/api/sign-ins', { email })
  const before = await tracesOf(email, id)
  expect(before.length).toBeGreaterThan(5)
  expect(before.filter((row) => row.startsWith('long_codes:'))).toHaveLength(1)

  expect(await sayAge(client)).toMatchObject({
    status: 403,
    body: { type: '/problems/minimum-age' },
  })

  await settle()
  expect(await tracesOf(email, id)).toEqual([])
  expect(await client.get('/api/session')).toMatchObject({ status: 401 })
})

it('a code mailed before the refusal does not work after it', async () => {
  const email = `${crypto.randomUUID()}@people.example`
  const client = await signedIn(email)
  const other = new Client()
  await other.post('/api/sign-ins', { email })
  await settle()
  const code = codeFor(email)
  await sayAge(client)
  expect(
    await other.post('/api/session', { by: 'code', code, sharedComputer: false }),
  ).toMatchObject({ status: 401 })
})

it('staff who type a wrong year are refused the page and keep their account', async () => {
  const mentor = await aMentor()
  const refused = await sayAge(mentor.client)
  expect(refused).toMatchObject({ status: 403, body: { type: '/problems/student-minimum-age' } })
  expect(refused.text).not.toMatch(/did not keep anything/)
  expect(await mentor.client.get('/api/session')).toMatchObject({
    status: 200,
    body: { account: { id: mentor.id } },
  })
})

it('somebody whose only role has ended reads that the account stays', async () => {
  const mentor = await aMentor()
  const ended = { endedAt: new Date() }
  await db.update(memberships).set(ended).where(eq(memberships.id, mentor.membershipId))
  const client = await signedIn(mentor.email)
  expect(await sayAge(client)).toMatchObject({
    status: 403,
    body: { type: '/problems/student-minimum-age' },
  })
  expect((await client.get('/api/session')).status).toBe(200)
})

it('nothing is kept of a child who came while the key of the email index was changed', async () => {
  const email = `${crypto.randomUUID()}@people.example`
  const client = await signedIn(email)
  const accountId = await idOf(client)
  const old = await emailIndex(sealingCall(), email)
  rotate('EMAIL_INDEX_KEY')
  await new Client().post('/api/sign-ins', { email })
  const index = await emailIndex({ env: { ...env, ...stubs }, now: new Date() }, email)
  expect(await rowsHolding(old)).not.toEqual([])
  expect(await rowsHolding(index)).not.toEqual([])
  expect(await sayAge(client)).toMatchObject({ status: 403 })
  expect(await rowsHolding(email, old, index, accountId)).toEqual([])
  delete stubs.EMAIL_INDEX_KEY
})
