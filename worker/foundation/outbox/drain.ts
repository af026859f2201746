import type { Bindings } from '../../env.ts'
import { clock } from '../call/clock.ts'
import { newId } from '../call/id.ts'
import type { Meter } from '../plan/meter.ts'
import { metered } from '../plan/metered.ts'
import { meterOf, planOf } from '../plan/plan.ts'
import { answerNote, restAfterNote } from './answer-note.ts'
import { handBack, leaseMs, leaseNotes } from './lease-notes.ts'
import type { Reactions } from './note.ts'

const runMs = 25_000
// A consumer that waits for the mail provider can take more than five seconds.
const oneAnswerMs = 10_000

/** What a note to one person uses at most: test/hostile/plans.test.ts compares every consumer. */
export const roomForNote = { queries: 16, subrequests: 16, calls: 3 }
const handingBack = 1
/** A lease takes one note of each lane at least. */
const fewest = 3

interface Options {
  size?: number
  rounds?: number
  /** What the invocation may use. Without it, the drain is the whole invocation. */
  meter?: Meter
}

/**
 * Handles due notes until none is left, `rounds` leases were taken, 25 seconds have passed, or the
 * plan has no room for another note. Returns how many it handled. A note that fails is retried
 * later (`markFailed`) and does not delay the others.
 */
export async function drain(
  env: Bindings,
  reactions: Reactions,
  { size = 20, rounds = 40, meter: whole = meterOf(env) }: Options = {},
): Promise<number> {
  const meter = whole.part({ most: planOf(env).drain })
  const own = metered(env, meter)
  const now = () => clock(env).getTime()
  const startedAt = now()
  let answered = 0
  let turnAt = Infinity
  for (let round = 0; round < rounds && hasRoomForNote(meter, 1);) {
    const leasedAt = now()
    if (leasedAt - startedAt > runMs) break
    const token = newId()
    const notes = await leaseNotes(own, token, sizeFor(meter, size), leasedAt)
    if (notes.length === 0) {
      // If a mail of this run has its turn at the carrier soon, waits for it, because the next run
      // may be a minute away.
      if (turnAt - startedAt > runMs) break
      await pause(turnAt - now())
      turnAt = Infinity
      continue
    }
    round++
    // Stop before the lease ends: after that, another drain may handle the same notes.
    const endsAt = Math.min(startedAt + runMs, leasedAt + leaseMs - oneAnswerMs)
    const left = [...notes]
    while (left.length > 0 && now() <= endsAt && hasRoomForNote(meter)) {
      const [leased] = left.splice(0, 1)
      if (!leased) break
      const run = { env, reactions, meter, rest: handingBack }
      turnAt = Math.min(turnAt, await answerNote(run, token, leased))
      answered++
    }
    if (left.length > 0) await handBack(own, token, left)
  }
  return answered
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

function hasRoomForNote(meter: Meter, more = 0): boolean {
  const rest = restAfterNote + handingBack + more
  const { queries, subrequests, calls } = roomForNote
  return meter.hasRoom({ queries: queries + rest, subrequests: subrequests + rest, calls })
}

function sizeFor(meter: Meter, size: number): number {
  const fits = Math.floor(meter.left('queries') / (roomForNote.queries + restAfterNote))
  return Math.min(size, Math.max(fewest, fits))
}
