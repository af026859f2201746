import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'

import { hashAddress } from '../../worker/accounts/sign-in/ask-sign-in.ts'
import { hashToken } from '../../worker/accounts/session/session.ts'
import { systemCall } from '../../worker/foundation/call/system-call.ts'
import { type Person, aStudent } from '../support/builders.ts'
import { type Answer, Client } from '../support/client.ts'
import { mailbox } from '../support/mailbox.ts'
import { settle } from '../support/settle.ts'
import { liftRateLimits } from '../support/traffic.ts'
import { aCode, theCode } from '../support/traffic/accounts.ts'
import { signIn } from '../support/traffic/world.ts'

liftRateLimits()

const guesses = 500
const anEmail = () => `${crypto.randomUUID()}@people.example`
/** One time for a whole flood, at the start of an hour, because counters restart each hour. */
const now = new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + 1_000)

const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const wrongCode = (n: number) =>
  `22${Array.from({ length: 6 }, (_, place) => letters[Math.floor(n / 30 ** place) % 30]).join('')}`

const count = (answers: Answer[], wanted: number) =>
  answers.filter(({ status }) => status === wanted).length

/** A new browser at a new address that has these cookies. */
function guesser(cookies: Record<string, string>, person?: Client): Client {
  const client = person ?? new Client()
  for (const [name, value] of Object.entries(cookies)) client.cookies.set(name, value)
  return client.at(now)
}

async function triesOf(cookies: Record<string, string>): Promise<number> {
  const idHash = await hashToken(cookies['__Host-signin'] ?? '')
  const row = env.DB.prepare('SELECT tries FROM sign_ins WHERE id_hash = ?').bind(idHash)
  return (await row.first<number>('tries')) ?? -1
}

const signingIn = (code: string) => ({ by: 'code', code, sharedComputer: false })

describe('guessing a code to sign in', () => {
  it(`accepts five of ${guesses} simultaneous guesses from different places, and then not even the right code`, async () => {
    const cookies = await aCode({ email: anEmail(), at: now })
    const answers = await Promise.all(
      Array.from({ length: guesses }, (_, n) =>
        guesser(cookies).post('/api/session', signingIn(wrongCode(n))),
      ),
    )
    expect(count(answers, 401) + count(answers, 429)).toBe(guesses)
    expect(await triesOf(cookies)).toBe(5)
    const right = await guesser(cookies).post('/api/session', signingIn(theCode))
    expect([401, 429]).toContain(right.status)
  })

  it('allows twenty an hour for one address, however many codes were mailed to it', async () => {
    const email = anEmail()
    const codes = await Promise.all(Array.from({ length: 10 }, () => aCode({ email, at: now })))
    const answers: Answer[] = []
    for (const cookies of codes)
      for (let n = 0; n < 5; n++)
        answers.push(await guesser(cookies).post('/api/session', signingIn(wrongCode(n))))
    expect(count(answers, 401)).toBe(20)
    expect(count(answers, 429)).toBe(30)
    const last = await guesser(codes[9] ?? {}).post('/api/session', signingIn(theCode))
    expect(last.status).toBe(429)
    const seconds = Number(last.headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(3_500)
    expect(seconds).toBeLessThanOrEqual(3_600)
    const later = new Date(now.getTime() + (seconds + 1) * 1000)
    const fresh = await aCode({ email, at: later })
    const answer = await guesser(fresh).at(later).post('/api/session', signingIn(theCode))
    expect(answer.status).toBe(201)
  })

  it('allows three hundred wrong ones an hour from one place', async () => {
    const place = new Client()
    const answers: Answer[] = []
    for (let n = 0; n < 61; n++) {
      const cookies = await aCode({ email: anEmail(), at: now })
      for (let tries = 0; tries < 5; tries++)
        answers.push(
          await guesser(cookies, place).post('/api/session', signingIn(wrongCode(n)), at(place)),
        )
    }
    expect(count(answers, 401)).toBe(300)
    expect(count(answers, 429)).toBe(5)
  })

  it('counts no code that cannot be one', async () => {
    const cookies = await aCode({ email: anEmail(), at: now })
    for (const code of ['1111111O', '2345', '', 'ILOVEYOU', '2345678Ö'])
      expect((await guesser(cookies).post('/api/session', signingIn(code))).status).toBe(422)
    expect(await triesOf(cookies)).toBe(0)
    const typed = `${theCode.slice(0, 4)}-${theCode.slice(4).toLowerCase()} `
    expect((await guesser(cookies).post('/api/session', signingIn(typed))).status).toBe(201)
  })
})

describe('asking for codes', () => {
  it('mails ten an hour to one address, whoever asks, from any place and in any spelling', async () => {
    const email = anEmail()
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        guesser({}).post('/api/sign-ins', { email: n % 2 ? email : email.toUpperCase() }),
      ),
    )
    // Of simultaneous requests some hit the limit in the database; one after the other, all are
    // accepted.
    expect(count(answers, 202) + count(answers, 429) + count(answers, 503)).toBe(40)
    for (let n = 0; n < 5; n++) await guesser({}).post('/api/sign-ins', { email })
    await settle(now)
    const mails = mailbox.filter(({ to }) => to.toLowerCase() === email)
    // Ten short codes and one long one.
    expect(mails).toHaveLength(11)
  })

  it('stops at two thousand an hour from one place', async () => {
    const place = new Client()
    const from = await hashAddress(systemCall(env, 'x'), `10.${place.address}`)
    const starts = Math.floor(now.getTime() / 3_600_000) * 3_600_000
    await env.DB.prepare(
      'INSERT INTO counters (key, starts_at, n, cap) VALUES (?1, ?2, 1999, 2000)',
    )
      .bind(`sign-in from ${from}`, starts)
      .run()
    const ask = () => guesser({}).post('/api/sign-ins', { email: anEmail() }, at(place))
    expect((await ask()).status).toBe(202)
    expect((await ask()).status).toBe(429)
  })
})

describe('guessing a code for a fresh proof', () => {
  const prove = (client: Client, code: string) => client.post('/api/session/confirmation', { code })

  it(`accepts five of ${guesses} simultaneous guesses by a thief of the session`, async () => {
    const person = await aStudent()
    const cookies = await aCode({ email: person.email, accountId: person.id, at: now })
    const thief = guesser(cookies, await signIn(person, { provenMinutesAgo: 60 }))
    const answers = await Promise.all(
      Array.from({ length: guesses }, (_, n) => prove(thief, wrongCode(n))),
    )
    expect(count(answers, 401) + count(answers, 429)).toBe(guesses)
    expect(await triesOf(cookies)).toBe(5)
    expect([401, 429]).toContain((await prove(thief, theCode)).status)
  })

  it('allows twenty an hour, over all codes', async () => {
    const person = await aStudent()
    const thief = await signIn(person, { provenMinutesAgo: 60 })
    expect(await wrongTries(person, thief)).toEqual({ wrong: 20, tooMany: 30 })
  })

  async function wrongTries({ email, id: accountId }: Person, thief: Client) {
    const answers: Answer[] = []
    for (let codes = 0; codes < 10; codes++) {
      const client = guesser(await aCode({ email, accountId, at: now }), thief)
      for (let n = 0; n < 5; n++) answers.push(await prove(client, wrongCode(n)))
    }
    return { wrong: count(answers, 401), tooMany: count(answers, 429) }
  }
})

const at = ({ address }: Client) => ({ headers: { 'cf-connecting-ip': `10.${address}` } })
