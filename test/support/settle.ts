import { drain } from '../../worker/foundation/drain.ts'
import { reactions } from '../../worker/reactions.ts'
import { tick } from '../../worker/tick.ts'
import { envAt } from './client.ts'

/** Answers everything that is due, now or at another time. */
export function settle(at?: Date): Promise<number> {
  return drain(envAt(at), reactions)
}

/** One minute's tick of the cron, now or at another time. */
export function tickAt(at?: Date): Promise<void> {
  return tick(envAt(at))
}
