import { env } from 'cloudflare:workers'
import { afterEach, describe, expect, it } from 'vitest'

import { emailIndex } from '../../../worker/accounts/account/email.ts'
import { anAdmin, aStudent } from '../../support/builders.ts'
import { Client, stubs } from '../../support/client.ts'
import { removeOldKeys, rotate } from '../../support/keys.ts'
import { codeFor, mailbox } from '../../support/mailbox.ts'
import { settle, tickAt } from '../../support/settle.ts'

afterEach(() => {
  for (const name of ['SIGN_IN_PEPPER', 'EMAIL_INDEX_KEY', 'PSEUDONYM_KEY'] as const)
    delete stubs[name]
})

type Row = Record<string, string | number>

const sql = async (text: string, ...values: (string | number)[]): Promise<Row[]> =>
  (
    await env.DB.prepare(text)
      .bind(...values)
      .all<Row>()
  ).results

const anAddress = () => `${crypto.randomUUID()}@people.example`
const withCode = (code: string) => ({ by: 'code', code, sharedComputer: false })

async function askCode(client: Client, email: string): Promise<string> {
  expect(await client.post('/api/sign-ins', { email })).toMatchObject({ status: 202 })
  await settle()
  return codeFor(email)
}

async function sign(client: Client, email: string) {
  const code = await askCode(client, email)
  return client.post('/api/session', withCode(code))
}

const accountsWith = async (email: string) => {
  const rows = await sql('SELECT id FROM accounts')
  const seen = new Client()
  await sign(seen, email)
  const { body } = await seen.get('/api/account')
  return { id: body.id as string, email: body.email as string, all: rows.length }
}

describe('after the pepper was changed', () => {
  it('accepts a code from before, and one from after', async () => {
    const [email, client] = [anAddress(), new Client()]
    const code = await askCode(client, email)
    rotate('SIGN_IN_PEPPER')
    expect(await client.post('/api/session', withCode(code))).toMatchObject({ status: 201 })
    expect(await sign(new Client(), email)).toMatchObject({ status: 201 })
  })

  it('accepts a code for a fresh proof from before', async () => {
    const student = await aStudent()
    await student.client.post('/api/session/confirmation/codes')
    await settle()
    rotate('SIGN_IN_PEPPER')
    const code = codeFor(student.email)
    expect(await student.client.post('/api/session/confirmation', { code })).toMatchObject({
      status: 201,
    })
  })

  it('refuses a code whose pepper was removed, and a wrong one', async () => {
    const [email, client] = [anAddress(), new Client()]
    const code = await askCode(client, email)
    rotate('SIGN_IN_PEPPER')
    const wrong = code.startsWith('A') ? `B${code.slice(1)}` : `A${code.slice(1)}`
    expect(await client.post('/api/session', withCode(wrong))).toMatchObject({ status: 401 })
    removeOldKeys('SIGN_IN_PEPPER')
    expect(await client.post('/api/session', withCode(code))).toMatchObject({ status: 401 })
  })
})

describe('after the key of the email index was changed', () => {
  const keyOf = async (accountId: string) => {
    const [row] = await sql('SELECT email_index_key AS key FROM accounts WHERE id = ?1', accountId)
    return row?.key
  }

  it('finds an account before it is indexed again, and after the old key is gone', async () => {
    const student = await aStudent()
    const key = rotate('EMAIL_INDEX_KEY')
    expect((await accountsWith(student.email)).id).toBe(student.id)
    expect(await keyOf(student.id)).toBe('1')

    await tickAt()
    expect(await keyOf(student.id)).toBe(key)
    removeOldKeys('EMAIL_INDEX_KEY')
    expect(await accountsWith(student.email)).toMatchObject({
      id: student.id,
      email: student.email,
    })
  })

  it('lets somebody in who asked before, and makes one account for two who come at once', async () => {
    const [email, before] = [anAddress(), new Client()]
    const code = await askCode(before, email)
    rotate('EMAIL_INDEX_KEY')
    const after = new Client()
    const second = await askCode(after, email)
    const answers = await Promise.all([
      before.post('/api/session', withCode(code)),
      after.post('/api/session', withCode(second)),
      tickAt(),
    ])
    expect(answers.slice(0, 2)).toMatchObject([{ status: 201 }, { status: 201 }])
    const [mine, other] = await Promise.all([before, after].map((each) => each.get('/api/account')))
    expect(mine?.body.id).toBe(other?.body.id)
  })

  it('mails the code of a known account in its language and not at the typed spelling', async () => {
    const student = await aStudent()
    await sql('UPDATE accounts SET disabled_at = 1 WHERE id = ?1', student.id)
    rotate('EMAIL_INDEX_KEY')
    const sent = mailbox.length
    await new Client().post('/api/sign-ins', { email: student.email.toUpperCase() })
    await settle()
    expect(mailbox).toHaveLength(sent)
    await sql('UPDATE accounts SET disabled_at = NULL WHERE id = ?1', student.id)
    await new Client().post('/api/sign-ins', { email: student.email.toUpperCase() })
    await settle()
    expect(mailbox.at(-1)?.to).toBe(student.email)
  })

  it('still takes an invitation from before, by its link, at every stage', async () => {
    const admin = await anAdmin()
    const guest = await aStudent()
    const invite = () =>
      admin.client.post('/api/invitations', { emails: [guest.email], role: 'mentor' })
    expect(await invite()).toMatchObject({ status: 201 })
    const listed = async () => (await admin.client.get('/api/invitations')).body.invitations
    const [{ link }] = await listed()
    const token = link.slice(link.lastIndexOf('/') + 1)
    const recipient = async () =>
      (await guest.client.get(`/api/invitations/${token}/recipient`)).body

    const key = rotate('EMAIL_INDEX_KEY')
    expect((await invite()).body.outcomes).toEqual(['already-invited'])
    expect(await recipient()).toEqual({ yours: true })
    // Only the account is indexed again so far.
    const keyed = { env: { ...env, ...stubs }, now: new Date() }
    const index = await emailIndex(keyed, guest.email)
    const change = 'UPDATE accounts SET email_index = ?1, email_index_key = ?2 WHERE id = ?3'
    await sql(change, index, key, guest.id)
    expect(await recipient()).toEqual({ yours: true })
    await sql(change, await emailIndex(keyed, anAddress()), key, guest.id)
    // Somebody else's address is not accepted because the keys differ.
    await sql('UPDATE invitations SET email_index = ?1 WHERE email_index_key = ?2', 'other', '1')
    expect(await recipient()).toEqual({ yours: false })
    const [row] = await sql('SELECT id FROM invitations WHERE email_index = ?1', 'other')
    await sql(change, index, key, guest.id)
    await tickAt()
    expect(
      await sql('SELECT email_index_key AS key FROM invitations WHERE id = ?1', row?.id ?? ''),
    ).toEqual([{ key }])
    expect(await recipient()).toEqual({ yours: true })
    expect((await listed())[0].link).toBe(link)
    expect(await guest.client.post(`/api/invitations/${token}/acceptance`)).toMatchObject({
      status: 201,
    })
  })

  it('keeps who refused mail', async () => {
    const admin = await anAdmin()
    const email = anAddress()
    await admin.client.post('/api/invitations', { emails: [email], role: 'student' })
    const [{ link }] = (await admin.client.get('/api/invitations')).body.invitations
    await new Client().post(`${new URL(link).pathname}/mail-refusals`)
    rotate('EMAIL_INDEX_KEY')
    const other = await anAdmin({ in: { id: admin.organizationId } })
    const [{ id }] = (await admin.client.get('/api/invitations')).body.invitations
    await admin.client.delete(`/api/invitations/${id}`)
    // So that only the refusal keeps the mail back.
    await sql('UPDATE invitations SET mailed_at = 1 WHERE id = ?1', id)
    const again = () => other.client.post('/api/invitations', { emails: [email], role: 'student' })
    expect((await again()).body.outcomes).toEqual(['not-mailed'])
    await tickAt()
    removeOldKeys('EMAIL_INDEX_KEY')
    const left = await sql("SELECT 1 FROM mail_refusals WHERE email_index_key = '1'")
    expect(left).toEqual([])
    expect((await again()).body.outcomes).toEqual(['already-invited'])
  })

  it('indexes thousands of rows in pages, past one that does not open', async () => {
    const students = await Promise.all(Array.from({ length: 120 }, () => aStudent()))
    const [broken] = students
    await sql("UPDATE accounts SET email = '1|account:0|AAAA' WHERE id = ?1", broken?.id ?? '')
    rotate('EMAIL_INDEX_KEY')
    // In an odd minute due mails come first, and may use what the run has.
    for (let page = 0; page < 12; page++) await tickAt(new Date(Date.now() + page * 60_000))
    const left = await sql("SELECT id FROM accounts WHERE email_index_key = '1'")
    expect(left).toEqual([{ id: broken?.id }])
    await sql("UPDATE accounts SET email_index_key = 'gone' WHERE id = ?1", broken?.id ?? '')
    const other = students.at(-1)
    expect((await accountsWith(other?.email ?? '')).id).toBe(other?.id)
    await sql('DELETE FROM sessions WHERE account_id = ?1', broken?.id ?? '')
  })

  it('uses the new key from the moment that was announced, and knows it before', async () => {
    const soon = new Date(Date.now() + 600_000)
    const id = rotate('EMAIL_INDEX_KEY', soon)
    const { client: early } = await aStudent()
    await tickAt()
    expect(
      (await sql('SELECT count(*) AS n FROM accounts WHERE email_index_key = ?1', id))[0]?.n,
    ).toBe(0)
    expect((await early.get('/api/account')).status).toBe(200)
    for (const ms of [1_000, 61_000]) await tickAt(new Date(soon.getTime() + ms))
    expect(
      (await sql('SELECT count(*) AS n FROM accounts WHERE email_index_key = ?1', id))[0]?.n,
    ).toBeGreaterThan(0)
  })
})
