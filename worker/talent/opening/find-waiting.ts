import type { Call } from '../../foundation/call/call.ts'
import { allOf } from '../../foundation/crypto/all-of.ts'
import {
  findWaitingMentors,
  waitingMentorView,
} from '../../organizations/admission/find-admissions.ts'
import {
  findWaitingChanges,
  findWaitingEmployers,
  waitingChangeView,
  waitingEmployerView,
} from '../../organizations/employer/find-waiting-employers.ts'
import { mostWaiting } from '../../organizations/employer/most-waiting.ts'
import { findWaitingOpenings, waitingOpeningView } from './find-openings.ts'

/** Everything that waits for the operator's decision, in one round trip. */
export async function findWaiting(call: Call) {
  const [employers, changes, mentors, openings] = await call.db.batch([
    findWaitingEmployers(call),
    findWaitingChanges(call),
    findWaitingMentors(call),
    findWaitingOpenings(call),
  ])
  return {
    employers: await allOf(employers.slice(0, mostWaiting), (row) =>
      waitingEmployerView(call, row),
    ),
    changes: changes.slice(0, mostWaiting).map(waitingChangeView),
    mentors: await allOf(mentors.slice(0, mostWaiting), (row) => waitingMentorView(call, row)),
    openings: openings.slice(0, mostWaiting).map((row) => waitingOpeningView(row, call.now)),
    more: [employers, changes, mentors, openings].some(({ length }) => length > mostWaiting),
  }
}
