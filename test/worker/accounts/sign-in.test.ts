import { describe, expect, it } from 'vitest'

import { anAdmin, aStudent } from '../../support/builders.ts'
import { Client } from '../../support/client.ts'
import { codeFor, mailbox } from '../../support/mailbox.ts'
import { settle } from '../../support/settle.ts'
import { sql } from '../../support/traffic/rows.ts'

const minutes = (n: number) => new Date(Date.now() + n * 60_000)

async function askedCode(client: Client, email: string): Promise<string> {
  expect(await client.post('/api/sign-ins', { email })).toMatchObject({ status: 202, body: {} })
  await settle()
  return codeFor(email)
}

const withCode = (code: string) => ({ by: 'code', code, sharedComputer: false })

describe('signing in', () => {
  it('opens a session for the mailed code, in this browser and once', async () => {
    const client = new Client()
    const code = await askedCode(client, 'noor@people.example')
    const stranger = new Client()

    expect(await stranger.post('/api/session', withCode(code))).toMatchObject({ status: 401 })
    const second = client.at(minutes(0))
    expect(
      await client.post(
        '/api/session',
        withCode(`${code.slice(0, 4)}-${code.slice(4).toLowerCase()}`),
      ),
    ).toMatchObject({ status: 201 })
    expect(await second.post('/api/session', withCode(code))).toMatchObject({ status: 401 })

    const session = await client.get('/api/session')
    expect(session.body).toMatchObject({
      account: { email: 'noor@people.example', complete: false, hasPublicMail: false },
      acting: null,
      memberships: [],
    })
  })

  it('gives a session again when the answer to the same request was lost, and keeps only one', async () => {
    const client = new Client()
    const code = await askedCode(client, 'lost@people.example')
    const headers = { 'idempotency-key': crypto.randomUUID() }
    // The sign-in succeeded, but this browser lost the answer and has no cookie.
    const gone = client.at(minutes(0))
    expect(await gone.post('/api/session', withCode(code), { headers })).toMatchObject({
      status: 201,
    })
    const later = client.at(minutes(2))
    expect(await client.post('/api/session', withCode(code), { headers })).toMatchObject({
      status: 201,
    })
    expect((await client.get('/api/sessions')).body.sessions).toHaveLength(1)
    expect(await gone.get('/api/session')).toMatchObject({ status: 401 })
    expect(await later.post('/api/session', withCode(code), { headers })).toMatchObject({
      status: 401,
    })
  })

  it.each([
    ['with the code and key, but of another browser', false, true],
    ['with the code and cookie, but as another request', true, false],
  ])('refuses a second use %s', async (_, sameBrowser, sameKey) => {
    const client = new Client()
    const code = await askedCode(client, `once-${sameBrowser}@people.example`)
    const copy = sameBrowser ? client.at(minutes(0)) : new Client()
    const headers = { 'idempotency-key': crypto.randomUUID() }
    await client.post('/api/session', withCode(code), { headers })
    const second = await copy.post('/api/session', withCode(code), sameKey ? { headers } : {})
    expect(second.status).toBe(401)
    expect(await client.get('/api/session')).toMatchObject({ status: 200 })
  })

  it('says that no cookie came with a code, equally for known and unknown addresses', async () => {
    const known = (await aStudent()).email
    const answers = []
    for (const email of [known, 'nobody-yet@people.example']) {
      const asked = new Client()
      const code = await askedCode(asked, email)
      // A browser that blocks cookies sends none, even with the right code.
      for (const typed of [code, '22223333']) {
        answers.push(await new Client().post('/api/session', withCode(typed)))
      }
      // No try was counted against the code.
      expect(await asked.post('/api/session', withCode(code))).toMatchObject({ status: 201 })
    }
    expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`))).toEqual(
      new Set([
        `401 ${JSON.stringify({ type: '/problems/sign-in-cookie-missing', title: 'Your browser sent no cookie with this code.', status: 401 })}`,
      ]),
    )
  })

  it('refuses a code after ten minutes and after five wrong tries', async () => {
    const late = new Client()
    const code = await askedCode(late, 'late@people.example')
    expect(await late.at(minutes(11)).post('/api/session', withCode(code))).toMatchObject({
      status: 401,
    })

    const guesser = new Client()
    const right = await askedCode(guesser, 'guessed@people.example')
    const wrong = right === '22222222' ? '33333333' : '22222222'
    const typed = [wrong, wrong, wrong, wrong, wrong, right]
    const told: string[] = []
    for (const each of typed) {
      const { status, body } = await guesser.post('/api/session', withCode(each))
      told.push(`${status} ${body.type}`)
    }
    const [mistyped, over] = ['401 /problems/code-not-accepted', '401 /problems/code-over']
    expect(told).toEqual([mistyped, mistyped, mistyped, mistyped, over, over])
  })

  it('mails a known account at its stored address, never at the spelling typed', async () => {
    const client = new Client()
    const code = await askedCode(client, 'Ana@people.example')
    await client.post('/api/session', withCode(code))
    const before = mailbox.length
    await new Client().post('/api/sign-ins', { email: 'ANA@people.example' })
    await settle()
    expect(mailbox.slice(before).map(({ to }) => to)).toEqual(['Ana@people.example'])
  })

  it('names the refused field and never its value', async () => {
    const answer = await new Client().post('/api/sign-ins', { email: 'hunter2 at nowhere' })
    expect(answer).toMatchObject({ status: 422, body: { fields: ['email'] } })
    expect(answer.text).not.toContain('hunter2')
  })
})

describe('the session', () => {
  it('ends when signed out, and its cookie no longer works', async () => {
    const { client } = await aStudent()
    const thief = client.at(minutes(0))
    expect(await client.delete('/api/session')).toMatchObject({ status: 204 })
    expect(await thief.get('/api/session')).toMatchObject({ status: 401 })
  })

  it('is worth nothing once the account is closed, nor is a code mailed before', async () => {
    const { id, client, email } = await aStudent()
    const browser = new Client()
    const code = await askedCode(browser, email)
    await sql('UPDATE accounts SET disabled_at = ?2 WHERE id = ?1', id, Date.now())
    expect(await client.get('/api/session')).toMatchObject({ status: 401 })
    expect(await browser.post('/api/session', withCode(code))).toMatchObject({ status: 401 })
  })

  it('asks for a fresh proof before somebody acts as an admin, and takes a mailed code for it', async () => {
    const { client, email, membershipId } = await anAdmin({ provenMinutesAgo: 20 })
    const actIn = (chosen: string | null) =>
      client.put('/api/session/membership', { membershipId: chosen })
    expect(await actIn(null)).toMatchObject({ status: 200 })
    expect(await actIn(membershipId)).toMatchObject({
      status: 403,
      body: { type: '/problems/fresh-proof-needed' },
    })
    expect((await client.get('/api/session')).body.acting).toBeNull()

    await client.post('/api/session/confirmation/codes')
    await settle()
    const code = codeFor(email)
    expect(await client.post('/api/session/confirmation', { code })).toMatchObject({ status: 201 })
    expect(await actIn(membershipId)).toMatchObject({ status: 200 })
    expect((await client.get('/api/session')).body.acting).toMatchObject({ role: 'admin' })
  })

  it('marks the requesting device as in use now', async () => {
    const { client } = await aStudent()
    const soon = new Date(Date.now() + 30 * 60_000)
    const { body } = await client.get('/api/sessions', { at: soon })
    expect(body.sessions).toMatchObject([{ current: true }])
    // The request's clock has run on a little.
    expect(Date.parse(body.sessions[0].seenAt) - soon.getTime()).toBeLessThan(60_000)
    expect(Date.parse(body.sessions[0].seenAt)).toBeGreaterThanOrEqual(soon.getTime())
  })

  it("does not show or end another person's devices", async () => {
    const [one, other] = [await aStudent(), await aStudent()]
    const { body } = await other.client.get('/api/sessions')
    const [{ id }] = body.sessions
    expect(await one.client.delete(`/api/sessions/${id}`)).toMatchObject({ status: 404 })
    expect((await one.client.get('/api/sessions')).body.sessions).toHaveLength(1)
  })
})

describe('the account', () => {
  it('refuses somebody under 16 and keeps nothing', async () => {
    const client = new Client()
    const email = 'young@people.example'
    const code = await askedCode(client, email)
    await client.post('/api/session', withCode(code))
    const birthYear = new Date().getUTCFullYear() - 14
    const body = { name: 'Young', language: 'en', birthYear, version: 1 }
    expect(await client.put('/api/account', body)).toMatchObject({
      status: 403,
      body: { type: '/problems/minimum-age' },
    })
    expect(await client.get('/api/session')).toMatchObject({ status: 401 })
  })

  it('asks for the month only if the year is not enough', async () => {
    const client = new Client()
    await client.post('/api/session', withCode(await askedCode(client, 'edge@people.example')))
    const birthYear = new Date().getUTCFullYear() - 18
    const body = { name: 'Edge', language: 'en', birthYear, version: 1 }
    expect(await client.put('/api/account', body)).toMatchObject({
      body: { type: '/problems/birth-month-needed' },
    })
    expect(await client.put('/api/account', { ...body, birthMonth: 3 })).toMatchObject({
      status: 200,
    })
    expect(await client.put('/api/account', { ...body, version: 1 })).toMatchObject({ status: 409 })
  })
})
