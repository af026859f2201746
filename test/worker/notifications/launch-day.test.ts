import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import type { Bindings } from '../../../worker/env.ts'
import { drain } from '../../../worker/foundation/outbox/drain.ts'
import { reactions } from '../../../worker/reactions.ts'
import { tick } from '../../../worker/tick.ts'
import { anAdmin, aProgramme } from '../../support/builders.ts'
import { envWith, forgetCarriers } from '../../support/carriers.ts'
import { Client } from '../../support/client.ts'
import { liftRateLimits } from '../../support/traffic.ts'

liftRateLimits()
beforeEach(forgetCarriers)
afterEach(() => {
  vi.unstubAllGlobals()
})

const carrier = { MAIL_CARRIER: 'http', MAIL_API_KEY: 'key', MAIL_PER_SECOND: 10 } as const
/** For requests that ask about the carrier. */
const carrierOnly = { MAIL: undefined, ...carrier } as never
const second = 1_000
const minute = 60 * second
const day = 24 * 60 * minute

const addresses = (count: number) =>
  Array.from({ length: count }, () => `${crypto.randomUUID()}@college.example`)

async function allAsk(emails: readonly string[], time: number) {
  const at = new Date(time)
  for (const email of emails) {
    expect((await new Client().post('/api/sign-ins', { email }, { at })).status).toBe(202)
  }
}

const realTimer = setTimeout

/**
 * Time that passes only while a mail waits for its turn or for the carrier, so that a busy machine
 * changes nothing. Time limits are longer, and real.
 */
function timeFrom(start: number) {
  const time = { now: start }
  vi.stubGlobal('setTimeout', (done: () => void, ms = 0) => {
    if (ms > second) return realTimer(done, ms)
    time.now += Math.max(0, ms)
    queueMicrotask(done)
    return undefined
  })
  const bindings = Object.defineProperty(envWith(carrier), 'CLOCK_OFFSET_MS', {
    // The meter copies the bindings for each note.
    enumerable: true,
    get: () => time.now - Date.now(),
  })
  return { time, bindings }
}

interface Taken {
  to: string
  subject: string
  isCode: boolean
  at: number
}

/** A carrier that takes 100 ms for a mail, ten mails in a second, and no more than its quota. */
function aCarrier(time: { now: number }, quota = Infinity) {
  const seen = { taken: [] as Taken[], keys: new Set<string>(), tooFast: 0, full: 0, quota }
  interface Init {
    body: string
    headers: Record<string, string>
  }
  vi.stubGlobal('fetch', async (_: string, { body, headers }: Init) => {
    const { to, subject }: { to: [string]; subject: string } = JSON.parse(body)
    const refuse = (name: string, more = {}) =>
      new Response(JSON.stringify({ name }), { status: 429, headers: more })
    if (seen.taken.filter(({ at }) => at > time.now - second).length >= 10) {
      seen.tooFast++
      return refuse('rate_limit_exceeded', { 'retry-after': '1' })
    }
    if (seen.taken.length >= seen.quota) {
      seen.full++
      return refuse('daily_quota_exceeded')
    }
    seen.taken.push({ to: to[0], subject, isCode: subject.startsWith('Your code: '), at: time.now })
    seen.keys.add(headers['idempotency-key'] ?? '')
    time.now += 100
    return Response.json({ id: crypto.randomUUID() })
  })
  return seen
}

/** What the Worker does after each of the last requests. */
async function drainAfterRequests(bindings: Bindings, time: { now: number }, until: number) {
  while (time.now < until) {
    if ((await drain(bindings, reactions, { size: 5, rounds: 6 })) === 0) return
  }
}

it('300 students ask for a code at nine o’clock: each has one within a minute', async () => {
  const nine = Math.ceil(Date.now() / minute) * minute
  const emails = addresses(300)
  // At once, but for some who come fifteen seconds later.
  await allAsk(emails.slice(0, 270), nine)
  await allAsk(emails.slice(270), nine + 15 * second)
  const { time, bindings } = timeFrom(nine + second)
  const seen = aCarrier(time)
  await tick(bindings)
  // The run of the cron ends after 25 seconds; that of the last student's request after 40.
  expect(time.now - nine).toBeLessThan(30 * second)
  await drainAfterRequests(bindings, time, nine + 40 * second)

  const codes = seen.taken.filter(({ isCode }) => isCode)
  expect(codes.map(({ to }) => to).toSorted()).toEqual(emails.toSorted())
  expect(codes.every(({ at }) => at < nine + minute)).toBe(true)
  expect(seen.keys.size).toBe(seen.taken.length)
  expect(seen.tooFast).toBe(0)
})

it('a quota of 100: codes leave first, the admins are told, and nothing is lost or sent twice', async () => {
  const operator = await anAdmin({ in: await aProgramme({ operator: true }) })
  const admin = await anAdmin()
  // The day is young, so that the quota is not back at midnight.
  const nine = Math.ceil(Date.now() / day) * day + 9 * 60 * minute
  const outcomes = async (at: Date) =>
    (await operator.client.get('/api/insights/operation', { at, env: carrierOnly })).body.mail
  // The other tests of this file send too.
  const before = (await outcomes(new Date(nine))).last24Hours.sent
  const [guests, students] = [addresses(30), addresses(150)]
  const invitation = { emails: guests, role: 'student' }
  await admin.client.post('/api/invitations', invitation, { at: new Date(nine) })
  await allAsk(students, nine)
  // Their requests have taken a second.
  const { time, bindings } = timeFrom(nine + second)
  const seen = aCarrier(time, 100)
  await tick(bindings)
  // A run of the cron has calls to the vault for some thirty tries. The rest is done after requests.
  for (let request = 0; request < 40; request++) {
    await drain(bindings, reactions, { size: 5, rounds: 6 })
  }
  const asksPerMinute: number[] = []
  for (let n = 1; n <= 5; n++) {
    const before = seen.full
    time.now = nine + n * minute
    await tick(bindings)
    asksPerMinute.push(seen.full - before)
  }
  expect(seen.taken.filter(({ isCode }) => !isCode)).toEqual([])
  expect(seen.taken).toHaveLength(100)
  // A carrier that said no is asked once a minute, because somebody waits for a code.
  expect(Math.max(...asksPerMinute)).toBeLessThanOrEqual(1)

  vi.unstubAllGlobals()
  const at = new Date(time.now)
  const told = await admin.client.get('/api/mail-state', { at, env: carrierOnly })
  expect(told.body).toMatchObject({ fullAt: expect.any(String), waiting: 80, unreachable: 0 })
  const body = await outcomes(at)
  expect(body).toMatchObject({ carrier: 'http', waiting: 80, last24Hours: { sent: before + 100 } })
  expect(body.last24Hours.quota).toBe(seen.full)
  // Somebody who asks now reads on the sign-in page that the code may not come.
  const late = await new Client().post(
    '/api/sign-ins',
    { email: addresses(1)[0] },
    { at, env: carrierOnly },
  )
  expect(late).toMatchObject({ status: 202, body: { mailIsLate: true } })

  // The codes end after ten minutes. The invitations wait for days, without a counted try.
  const later = timeFrom(time.now)
  const waits = aCarrier(later.time, 0)
  for (const n of [0.5, 1, 2, 4, 5]) {
    later.time.now = nine + n * day
    await tick(later.bindings)
  }
  const waiting = env.DB.prepare(
    `SELECT count(*) AS n FROM outbox WHERE kind = 'invitation.made' AND attempts = 0
       AND done_at IS NULL AND dead_at IS NULL`,
  )
  expect(await waiting.first('n')).toBe(30)
  expect(
    await env.DB.prepare(`SELECT problem FROM outbox WHERE lane = 0 AND problem <> 'too-late'
    AND done_at IS NULL`).first(),
  ).toBe(null)

  // The operator has bought more: the first mail that is sent wakes the others.
  waits.quota = Infinity
  later.time.now += 60 * minute
  for (let run = 0; run < 5; run++) {
    await tick(later.bindings)
    later.time.now += minute
  }
  const invited = waits.taken.map(({ to }) => to).filter((to) => guests.includes(to))
  expect(invited.toSorted()).toEqual(guests.toSorted())
  const after = await admin.client.get('/api/mail-state', {
    at: new Date(later.time.now),
    env: carrierOnly,
  })
  expect(after.body).toMatchObject({ fullAt: null, waiting: 0 })
})

it('runs that send at once share the pace of the carrier', async () => {
  const emails = addresses(24)
  await allAsk(emails, Date.now())
  const taken: number[] = []
  vi.stubGlobal('fetch', () => {
    taken.push(Date.now())
    return Promise.resolve(Response.json({ id: crypto.randomUUID() }))
  })
  const runs = Array.from({ length: 4 }, () => drain(envWith(carrier), reactions, { size: 5 }))
  await Promise.all(runs)
  expect(taken).toHaveLength(24)
  const spanMs = Math.max(...taken) - Math.min(...taken)
  expect(spanMs).toBeGreaterThan(23 * 100)
})
