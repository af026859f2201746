import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'

import { tick } from '../../worker/tick.ts'
import { envAt, stubs } from '../support/client.ts'
import { countingPlan } from '../support/counting-plan.ts'
import { countingRows } from '../support/counting-rows.ts'
import { rotate } from '../support/keys.ts'
import { afterTheft, signerWith } from '../support/other-signer.ts'
import { askOf, doorNames, liftRateLimits, rightful, send } from '../support/traffic.ts'

liftRateLimits()

const minute = 60_000
const day = 1_440 * minute
const start = Date.now()

/** The cron on the free plan, each minute for an hour. */
async function anHour(from: Date): Promise<void> {
  for (let minutes = 0; minutes < 60; minutes++) {
    const at = new Date(from.getTime() + minutes * minute)
    const { env: counted, used } = countingPlan(envAt(at, { PLAN: 'free' }))
    await tick(counted)
    expect(used().queries).toBeLessThanOrEqual(50)
    expect(used().subrequests).toBeLessThanOrEqual(50)
    expect(used().calls).toBeLessThanOrEqual(31)
  }
}

/** Marks of a tick, and of an hourly duty that was done, if an hour begins. */
const marks = /INTO (?:counters|operation_times)/

/** What a tick writes which has room for everything, without its marks. */
async function leftToWrite(at: Date): Promise<string[]> {
  const { DB, cost } = countingRows(env.DB, { plans: 'later' })
  await tick(envAt(at, { DB, PLAN: 'paid' }))
  return [...cost.writtenBy.keys()].filter((query) => !marks.test(query))
}

async function dueNotes(at: Date): Promise<number | null> {
  return env.DB.prepare(
    `SELECT count(*) AS n FROM outbox WHERE done_at IS NULL AND dead_at IS NULL AND due_at <= ?1`,
  )
    .bind(at.getTime())
    .first<number>('n')
}

/** What the cron did, by its entries in the audit trail. */
const traces = [
  'attempt.lapsed',
  'claim.lapsed',
  'promise.step',
  'reminder.due',
  'credential.expired',
  'issuer.key-listed',
  'issuer.key-stolen',
  'issuer.key-active',
  'account.erased',
  'account.idle',
  'account.indexed',
]

beforeAll(async () => {
  // The last two leave an open attempt and a live claim.
  for (const door of [...doorNames, 'POST /api/attempts', 'POST /api/claims']) {
    const ask = await askOf(door)
    const { status, text } = await send(await rightful(ask), door, ask)
    expect(status < 400 ? '' : `${door}: ${text}`).toBe('')
    await ask.after?.()
  }
  stubs.SIGNER = signerWith(afterTheft)
  rotate('EMAIL_INDEX_KEY')
})

describe('on the free plan', () => {
  /** After 40 days attempts lapse and dates are missed; after 1,200 badges end, and accounts are idle. */
  it.each([0, 40, 1_200])(
    'the cron does all that is due after %s days in an hour',
    async (days) => {
      const from = new Date(start + days * day)
      const waiting = await dueNotes(from)
      await anHour(from)
      // Before the next hour: then the promises that the first minute looked at are due again.
      const until = new Date(from.getTime() + 59.5 * minute)
      console.log(`${waiting} notes were due; ${await dueNotes(until)} an hour later`)
      expect(await dueNotes(until)).toBe(0)
      expect(await leftToWrite(until)).toEqual([])
    },
  )

  it('and each kind of work was there', async () => {
    const { results } = await env.DB.prepare(
      `SELECT DISTINCT action FROM audit_entries WHERE actor_id = 'system'`,
    ).all<{ action: string }>()
    expect(results.map(({ action }) => action)).toEqual(expect.arrayContaining(traces))
  })
})
