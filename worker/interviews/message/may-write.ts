import { interviewTimes } from '../request/interview-times.ts'
import type { RequestState } from '../request/state.ts'

interface Facts {
  state: RequestState
  side: 'recruiter' | 'student'
  /** Whether the message asks for an adjustment. */
  adjustment: boolean
  /** Whether the student has written before. */
  studentWrote: boolean
  booking: { startsAt: Date; endsAt: Date } | undefined
  now: Date
}

const before: readonly RequestState[] = ['delivered', 'revision-requested', 'queued']
const after: readonly RequestState[] = ['accepted', 'scheduled', 'held', 'closed', 'no-show']

/** Whether a state is before acceptance, when the two sides do not know each other. */
export const isBeforeAcceptance = (state: RequestState) => before.includes(state)

/**
 * Whether this side may write now. Before acceptance a student may ask for an adjustment, and the
 * employer may write after the student has. From acceptance on both may write, until two weeks
 * after the end of a booked interview. In any other state neither may.
 */
export function mayWrite({ state, side, adjustment, studentWrote, booking, now }: Facts): boolean {
  if (isBeforeAcceptance(state)) return side === 'student' ? adjustment : studentWrote
  // A page loaded before acceptance promises to hide who the student is, and that no longer holds.
  if (adjustment || !after.includes(state)) return false
  const { messagesUntil } = interviewTimes({ booking, endedAt: null, soonestMinutes: 0 })
  return messagesUntil === null || now <= messagesUntil
}
