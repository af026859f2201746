import { interviewTimes } from '../request/interview-times.ts'
import type { RequestState } from '../request/state.ts'

interface Facts {
  state: RequestState
  side: 'recruiter' | 'student'
  /** Whether it is about an adjustment. */
  adjustment: boolean
  /** Whether the student has asked for one. */
  studentWrote: boolean
  booking: { startsAt: Date; endsAt: Date } | undefined
  now: Date
}

const before: readonly RequestState[] = ['delivered', 'revision-requested', 'queued']
const after: readonly RequestState[] = ['accepted', 'scheduled', 'held', 'closed', 'no-show']

/** Whether a state comes before acceptance: the two sides do not know each other yet. */
export const isBeforeAcceptance = (state: RequestState) => before.includes(state)

/**
 * Who may write when. Before acceptance a student asks for an adjustment and the employer answers; after
 * it, both write until two weeks after the interview (talent.md §7).
 */
export function mayWrite({ state, side, adjustment, studentWrote, booking, now }: Facts): boolean {
  if (isBeforeAcceptance(state)) return side === 'student' ? adjustment : studentWrote
  if (!after.includes(state)) return false
  const { messagesUntil } = interviewTimes({ booking, endedAt: null, soonestMinutes: 0 })
  return messagesUntil === null || now <= messagesUntil
}
