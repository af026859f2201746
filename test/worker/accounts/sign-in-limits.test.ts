import { describe, expect, it } from 'vitest'

import { aStudent } from '../../support/builders.ts'
import { Client } from '../../support/client.ts'
import { codeFor, mailbox } from '../../support/mailbox.ts'
import { settle } from '../../support/settle.ts'
import { liftRateLimits } from '../../support/traffic.ts'

liftRateLimits()

const hourMs = 3_600_000
/** The first second of an hour, so that the hour does not end within a test. */
const now = new Date(Math.ceil(Date.now() / hourMs) * hourMs + 1_000)
const later = (ms: number) => new Date(now.getTime() + ms)
const anEmail = () => `${crypto.randomUUID()}@people.example`

const ask = (client: Client, email: string, at = now) =>
  client.post('/api/sign-ins', { email }, { at })
const enter = (client: Client, code: string, at = now) =>
  client.post('/api/session', { by: 'code', code, sharedComputer: false }, { at })

async function longCodesOf(email: string, at = now): Promise<string[]> {
  await settle(at)
  return mailbox
    .filter(({ to }) => to === email)
    .flatMap(({ text }) => /is ((?:[0-9A-Z]{4}-){3}[0-9A-Z]{4})\./.exec(text)?.[1] ?? [])
}

/** A stranger asks for codes until no short one is left, and beyond that. */
async function useUp(email: string, at = now) {
  for (let n = 0; n < 13; n++) expect((await ask(new Client(), email, at)).status).toBe(202)
}

describe('an address whose codes were used up by a stranger', () => {
  it('gets one long code, which its owner types in a browser of their own', async () => {
    const email = anEmail()
    for (let n = 0; n < 10; n++) expect((await ask(new Client(), email)).body).toEqual({})
    expect((await ask(new Client(), email)).body.longCode).toMatchObject({ isNew: true })
    const [code = '', ...more] = await longCodesOf(email)
    expect(more).toEqual([])

    const owner = new Client()
    expect((await ask(owner, email)).status).toBe(202)
    expect(await enter(owner, code.toLowerCase().replaceAll('-', ' '))).toMatchObject({
      status: 201,
    })
    expect((await owner.get('/api/session', { at: now })).body.account.email).toBe(email)
    // The long code works only once.
    const thief = new Client()
    await ask(thief, email)
    expect((await enter(thief, code, later(1_000))).body.type).toBe('/problems/code-used')
    expect((await enter(thief, '2222-2222-2222-2222')).body.type).toBe(
      '/problems/long-code-not-accepted',
    )
    // Asking for a code must not tell whether the long one was used.
    expect((await ask(new Client(), email)).body).toEqual({
      // The clock runs on from `now` by a millisecond or two.
      longCode: {
        mailedAt: expect.stringContaining(now.toISOString().slice(0, -3)),
        nextAt: expect.stringContaining(later(hourMs).toISOString().slice(0, -3)),
      },
    })
    expect((await ask(new Client(), email, later(hourMs + 1))).body).toEqual({})
  })

  it('lets its owner in after any number of wrong guesses', async () => {
    const email = anEmail()
    for (let n = 0; n < 5; n++) {
      const guesser = new Client()
      await ask(guesser, email)
      for (let tries = 0; tries < 5; tries++) await enter(guesser, '22222222')
    }
    const owner = new Client()
    await ask(owner, email)
    const [code = ''] = await longCodesOf(email)
    expect((await enter(owner, code)).status).toBe(201)
  })

  it('reads that the long code still works after five wrong tries, and it does', async () => {
    const email = anEmail()
    await useUp(email)
    const [code = ''] = await longCodesOf(email)
    const owner = new Client()
    await ask(owner, email)
    for (let tries = 0; tries < 5; tries++) await enter(owner, '22222222')
    expect((await enter(owner, '22222222')).body.type).toBe('/problems/code-over')
    expect((await enter(owner, code)).body.type).toBe('/problems/long-code-over')
    await ask(owner, email)
    expect((await enter(owner, code)).status).toBe(201)
  })

  it('gets a long code an hour and no more, and its long code ends with the hour', async () => {
    const email = anEmail()
    await useUp(email)
    const [first = ''] = await longCodesOf(email)
    const browser = new Client()
    const after = later(hourMs + 60_000)
    await useUp(email, after)
    expect(await longCodesOf(email, after)).toHaveLength(2)
    await ask(browser, email, after)
    expect((await enter(browser, first, after)).status).toBe(401)
  })

  it('is worth nothing for another address', async () => {
    const [mine, theirs] = [anEmail(), anEmail()]
    await useUp(mine)
    const [code = ''] = await longCodesOf(mine)
    await useUp(theirs)
    const browser = new Client()
    await ask(browser, theirs)
    expect((await enter(browser, code)).status).toBe(401)
  })

  it('still gets codes for a fresh proof, which need a session', async () => {
    const person = await aStudent({ now, provenMinutesAgo: 60 })
    await useUp(person.email)
    await settle(now)
    const client = person.client.at(now)
    expect((await client.post('/api/session/confirmation/codes')).status).toBe(202)
    await settle(now)
    const code = codeFor(person.email)
    expect((await client.post('/api/session/confirmation', { code })).status).toBe(201)
  })
})

it('an address gets at most forty short codes a day', async () => {
  const email = anEmail()
  const midnight = new Date(Math.ceil(now.getTime() / (24 * hourMs)) * 24 * hourMs + 1_000)
  for (let hour = 0; hour < 6; hour++) {
    const at = new Date(midnight.getTime() + hour * hourMs)
    for (let n = 0; n < 10; n++) await ask(new Client(), email, at)
    await settle(at)
  }
  const short = mailbox.filter(({ to, text }) => to === email && /is [0-9A-Z]{8}\./.test(text))
  expect(short).toHaveLength(40)
})

it('a class of 300 signs in from one address at nine', async () => {
  const headers = { 'cf-connecting-ip': '203.0.113.9' }
  const class300 = Array.from({ length: 300 }, () => ({ client: new Client(), email: anEmail() }))
  const asked = await Promise.all(
    class300.map(({ client, email }) =>
      client.post('/api/sign-ins', { email }, { headers, at: now }),
    ),
  )
  expect(asked.filter(({ status }) => status !== 202)).toEqual([])
  await settle(now)
  const wrong: number[] = []
  for (const { client, email } of class300) {
    const body = { by: 'code', code: codeFor(email), sharedComputer: false }
    const { status } = await client.post('/api/session', body, { headers, at: now })
    if (status !== 201) wrong.push(status)
  }
  expect(wrong).toEqual([])
})
