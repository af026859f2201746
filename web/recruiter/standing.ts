import { serverTime } from '../lib/http/server-time.svelte.ts'
import { isPast, openOfferBy } from '../meeting/interview.ts'
import { m } from '../paraglide/messages.js'
import type { Request, State, Summary } from './requests.ts'

const words: Record<State, () => string> = {
  draft: m.recruiter_state_draft,
  queued: m.recruiter_state_queued,
  delivered: m.recruiter_state_delivered,
  'revision-requested': m.recruiter_state_revision_requested,
  accepted: m.recruiter_state_accepted,
  scheduled: m.recruiter_state_scheduled,
  held: m.recruiter_state_held,
  closed: m.recruiter_state_closed,
  withdrawn: m.recruiter_state_withdrawn,
  declined: m.recruiter_state_declined,
  expired: m.recruiter_state_expired,
  lapsed: m.recruiter_state_lapsed,
  cancelled: m.recruiter_state_cancelled,
  'no-show': m.recruiter_state_no_show,
}

type Standing = Pick<Summary, 'state'> & Partial<Pick<Summary, 'endedBy' | 'offeredBy' | 'endsAt'>>

/** The state of a request, from its page. */
export function standingOf(request: Request): Standing {
  const { state, endedBy, booking } = request
  const offeredBy = openOfferBy(request, serverTime.now())
  return { state, endedBy, offeredBy, endsAt: booking?.endsAt ?? null }
}

export function stateWords({ state, endedBy, offeredBy, endsAt }: Standing): string {
  if (state === 'scheduled' && isPast(endsAt ?? null, serverTime.now()))
    return m.recruiter_state_attend()
  if (state === 'scheduled' && offeredBy === 'student') return m.recruiter_state_offered()
  if (state === 'cancelled' && endedBy === 'student') return m.recruiter_state_cancelled_student()
  if (state === 'no-show' && endedBy === 'recruiter') return m.recruiter_state_missed()
  if (state === 'no-show' && endedBy === null) return m.recruiter_state_disputed()
  return words[state]()
}
