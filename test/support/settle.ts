import { drain } from '../../worker/foundation/outbox/drain.ts'
import { reactions } from '../../worker/reactions.ts'
import { tick } from '../../worker/tick.ts'
import { envAt } from './client.ts'

/** The clock of a request made at `at` runs on, so its notes are due a little later than `at`. */
const afterRequestsMs = 2_000

/** Runs all notes that are due, now or at another time. One drain may have no room for all. */
export async function settle(at?: Date): Promise<number> {
  const env = envAt(at && new Date(at.getTime() + afterRequestsMs))
  let handled = 0
  for (let more = 1; more > 0; handled += more) more = await drain(env, reactions)
  return handled
}

/**
 * Runs the cron, now or at another time, until there was room for all duties and all due notes: the
 * rows of all tests of a file can be more than one run takes.
 */
export async function tickAt(at?: Date): Promise<void> {
  const env = envAt(at)
  for (let runs = 0; runs < 20; runs++) if (await tick(env)) break
  for (let runs = 0; runs < 200; runs++) if ((await drain(env, reactions)) === 0) break
}
