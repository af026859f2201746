import { type Duty, duties, hourlyDuties } from './duties.ts'
import type { Bindings } from './env.ts'
import { clock } from './foundation/call/clock.ts'
import { log } from './foundation/call/log.ts'
import { drain } from './foundation/outbox/drain.ts'
import type { Meter } from './foundation/plan/meter.ts'
import { metered } from './foundation/plan/metered.ts'
import { meterOf, planOf } from './foundation/plan/plan.ts'
import { findDoneThisHour, markDoneThisHour } from './foundation/reader/done-this-hour.ts'
import { markTick } from './insights/health/mark-tick.ts'
import { reactions } from './reactions.ts'

const minuteMs = 60_000
/** What `markTick` needs: one query, and up to three calls to the vault for the key of a new day. */
const marking = { queries: 1, subrequests: 4, calls: 3 }
/** What `markDoneThisHour` needs. */
const noting = { queries: 1, subrequests: 1 }
/** What a duty needs to look for work. */
const looking = { queries: 4, subrequests: 4 }

/**
 * Runs every minute: the duties, the hourly ones among them, then due notes. The plan may have no
 * room for everything that is due. So the duties take turns: every two minutes another one comes
 * first and can use all there is. In the minute between, due notes come before the duties. Returns
 * whether there was room for all duties.
 */
export async function tick(env: Bindings): Promise<boolean> {
  const meter = meterOf(env)
  const work = meter.part({ rest: marking })
  const minute = Math.floor(clock(env).getTime() / minuteMs)
  if (minute % 2 === 1) await handleNotes(env, work)
  const hadRoom = await doDuties(env, work, Math.floor(minute / 2))
  await handleNotes(env, work)
  await attempt(env, meter, 'markTick', markTick)
  return hadRoom
}

async function handleNotes(env: Bindings, meter: Meter): Promise<void> {
  // The drain counts for itself what it uses.
  await attempt(env, meter.part(), 'drain', () => drain(env, reactions, { meter }))
}

async function doDuties(env: Bindings, meter: Meter, turn: number): Promise<boolean> {
  let hadRoom = true
  const names = [...Object.keys(duties), 'hourly']
  const first = turn % names.length
  for (const name of [...names.slice(first), ...names.slice(0, first)]) {
    if (!meter.hasRoom(looking)) return false
    const isFirst = name === names[first]
    const part = meter.part(isFirst ? {} : { most: planOf(env).duty })
    const duty = duties[name]
    if (duty) hadRoom = (await attempt(env, part, name, duty)) && hadRoom
    else await doHourly(env, part)
  }
  return hadRoom
}

/** A duty counts as done in this hour once it had room for all of its work. */
async function doHourly(env: Bindings, meter: Meter): Promise<void> {
  const names = Object.keys(hourlyDuties)
  let done = new Set(names)
  await attempt(env, meter, 'hourly', async (own, now) => {
    done = await findDoneThisHour(own, now, names)
  })
  for (const [name, duty] of Object.entries(hourlyDuties)) {
    if (done.has(name)) continue
    const hadRoom = await attempt(env, meter.part({ rest: noting }), name, duty)
    if (hadRoom) await attempt(env, meter, name, (own, now) => markDoneThisHour(own, now, name))
  }
}

/** Returns whether the plan had room for all of the work. A failure must not stop what follows. */
async function attempt(env: Bindings, meter: Meter, name: string, duty: Duty): Promise<boolean> {
  try {
    await duty(metered(env, meter), clock(env))
  } catch (error) {
    const problem = error instanceof Error ? error.name : ''
    if (!meter.hasRefused) log('error', 'tick.failed', { duty: name, problem })
  }
  if (meter.hasRefused) log('info', 'tick.paused', { duty: name })
  return !meter.hasRefused
}
