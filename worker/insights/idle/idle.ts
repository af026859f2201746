import { monthsLater } from '../../foundation/reader/months-later.ts'
import { retention } from '../personal/retention.ts'

/** When an account that nobody uses ends, and when its person is told before. */
export const idleTerm = termOfAccounts()

function termOfAccounts() {
  const { accounts } = retention
  if (!accounts || !('retained' in accounts) || !accounts.idle)
    throw new Error('Accounts have no term for those that nobody uses.')
  return accounts.idle
}

/**
 * The first day on which an idle account may end, as a notice says it. If the notice is late, the
 * account ends later too, so that the person has as long as promised.
 */
export function endOfIdle(idleSince: Date, toldAfterMonths: number, now: Date): Date {
  const due = monthsLater(idleSince, idleTerm.months)
  const fromNow = monthsLater(now, idleTerm.months - toldAfterMonths)
  return due > fromNow ? due : fromNow
}
