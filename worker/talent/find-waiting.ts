import type { Call } from '../foundation/call.ts'
import { findWaitingEmployers, waitingEmployerView } from '../organizations/find-organization.ts'
import { findWaitingOpenings, waitingOpeningView } from './find-openings.ts'

/** All that waits for the operator's word, in one round trip. */
export async function findWaiting(call: Call) {
  const [employers, openings] = await call.db.batch([
    findWaitingEmployers(call),
    findWaitingOpenings(call),
  ])
  return {
    employers: employers.map(waitingEmployerView),
    openings: openings.map(waitingOpeningView),
  }
}
