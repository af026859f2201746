import { drain } from '../../worker/foundation/outbox/drain.ts'
import { reactions } from '../../worker/reactions.ts'
import { tick } from '../../worker/tick.ts'
import { envAt } from './client.ts'

/** The clock of a request made at `at` runs on, so its notes are due a little later than `at`. */
const afterRequestsMs = 2_000

/** Runs all notes that are due, now or at another time. */
export function settle(at?: Date): Promise<number> {
  return drain(envAt(at && new Date(at.getTime() + afterRequestsMs)), reactions)
}

/** Runs the cron for one minute, now or at another time. */
export function tickAt(at?: Date): Promise<void> {
  return tick(envAt(at))
}
