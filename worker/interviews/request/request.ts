import { askingAgain, barsNobody, type Ending, mayAskAgain } from './again.ts'
import { type RequestState, liveStates } from './state.ts'
import type { bookings, interviewRequests } from '../tables.ts'

export type InterviewRequest = typeof interviewRequests.$inferSelect
export type BookingRow = typeof bookings.$inferSelect

const endings: readonly Ending[] = [
  'withdrawn',
  'expired',
  'lapsed',
  'declined',
  'cancelled',
  'no-show',
  'closed',
]

export function isEnding(state: RequestState): state is Ending & RequestState {
  return endings.some((ending) => ending === state)
}

interface Earlier {
  state: RequestState
  openingId: string
  endedAt: Date | null
  endedBy: InterviewRequest['endedBy']
}

/**
 * Why a student cannot be asked for this opening: a request is live, or an earlier one forbids it
 * (`mayAskAgain`).
 */
export function whyNotAsked(
  earlier: readonly Earlier[],
  openingId: string,
  now: Date,
): 'live' | 'too-soon' | undefined {
  if (earlier.some(({ state }) => liveStates.includes(state))) return 'live'
  const tooSoon = earlier.some(({ state, openingId: other, endedAt, endedBy }) => {
    if (!isEnding(state)) return false
    const daysSince = Math.floor((now.getTime() - (endedAt ?? now).getTime()) / 86_400_000)
    const sameOpening = other === openingId
    return !mayAskAgain({ ended: state, sameOpening, daysSince, byStudent: endedBy === 'student' })
  })
  return tooSoon ? 'too-soon' : undefined
}

/**
 * From when the employer can ask the student again (`askingAgain`); null if the request is live or
 * does not prevent a new one (`barsNobody`).
 */
export function againOf({ state, endedAt, endedBy }: InterviewRequest) {
  if (!isEnding(state) || !endedAt || barsNobody(state, endedBy === 'student')) return null
  return askingAgain(state, endedAt)
}
