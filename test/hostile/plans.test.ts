import { describe, expect, it } from 'vitest'

import type { Call } from '../../worker/foundation/call/call.ts'
import { drain, roomForNote } from '../../worker/foundation/outbox/drain.ts'
import type { Note, Reactions } from '../../worker/foundation/outbox/note.ts'
import type { Amounts } from '../../worker/foundation/plan/meter.ts'
import { reactions } from '../../worker/reactions.ts'
import { envAt } from '../support/client.ts'
import { countingPlan } from '../support/counting-plan.ts'
import {
  askOf,
  doorNames,
  liftRateLimits,
  rightful,
  send,
  writingDoors,
} from '../support/traffic.ts'

liftRateLimits()

/** Of Workers Free, for one invocation. A Worker can call others 31 times, on every plan. */
const free: Amounts = { queries: 50, subrequests: 50, calls: 31 }
const passes = (used: Amounts, limit: Amounts) =>
  used.queries > limit.queries || used.subrequests > limit.subrequests || used.calls > limit.calls

const doors = new Map<string, Amounts>()
const consumers = new Map<string, Amounts>()

/** The ten that use most, for a run with --silent=false. */
function show(used: ReadonlyMap<string, Amounts>): void {
  const all = [...used].toSorted(([, one], [, other]) => other.queries - one.queries)
  const lines = all.slice(0, 10).map(([name, { queries, subrequests, calls }]) => {
    return `${queries} queries, ${subrequests} subrequests, ${calls} calls: ${name}`
  })
  console.log(lines.join('\n'))
}

describe('on the free plan', () => {
  it.each(doorNames)('%s and the notes handled after it stay within the plan', async (door) => {
    const ask = await askOf(door)
    const client = await rightful(ask)
    const { env, used } = countingPlan(envAt(undefined, { PLAN: 'free' }))
    const { status, text } = await send(client, door, ask, { env, isWhole: true })
    await ask.after?.()
    expect(status < 400 ? '' : text).toBe('')
    doors.set(door, used())
    expect(passes(used(), free), JSON.stringify(used())).toBe(false)
  })

  it('a note to one person uses no more than a drain keeps for it', async () => {
    for (const door of writingDoors) {
      const ask = await askOf(door)
      await send(await rightful(ask), door, ask)
      await ask.after?.()
    }
    for (const hours of [0, 2, 30, 24 * 8, 24 * 20, 24 * 40, 24 * 70, 24 * 100]) {
      const at = new Date(Date.now() + hours * 3_600_000)
      for (let more = 1; more > 0;) more = await drain(envAt(at), watched())
    }
    show(doors)
    show(consumers)
    expect(consumers.size).toBeGreaterThan(40)
    expect([...consumers].filter(([, used]) => passes(used, roomForNote))).toEqual([])
  })
})

/** The consumers of every kind of note, each with a look at what it used. */
function watched(): Reactions {
  const watch =
    (name: string, react: (call: Call, note: Note) => Promise<void>) =>
    async (call: Call, note: Note) => {
      await react(call, note)
      const used = call.env.METER?.used
      if (used && used.queries >= (consumers.get(name)?.queries ?? 0)) consumers.set(name, used)
    }
  return Object.fromEntries(
    Object.entries(reactions).map(([kind, all]) => [
      kind,
      Object.fromEntries(
        Object.entries(all).map(([consumer, react]) => {
          return [consumer, watch(`${kind} ${consumer}`, react as never)]
        }),
      ),
    ]),
  ) as never
}
