import { delayOf } from '../delay/result-delay.ts'
import { dateOf, type SubmissionRow } from './result-rows.ts'

/**
 * Why the full result is not open yet; null if it is. `hand_ins` is 0 for somebody who is no student
 * of the programme any more.
 */
export function delayIn(row: SubmissionRow, workWaits: boolean, now: Date) {
  const { delay_owed: owed, opens_at: opensAt } = row
  if (owed === null || opensAt === null) return null
  const delayed = {
    owed,
    idleSince: dateOf(row.idle_since),
    opensAt: new Date(opensAt),
    openedAt: dateOf(row.opened_at),
  }
  const author = {
    isStudent: row.hand_ins > 0,
    given: row.given,
    settled: row.settled,
    lastGivenAt: dateOf(row.last_given_at),
    workWaits,
  }
  return delayOf(delayed, author, now)
}
