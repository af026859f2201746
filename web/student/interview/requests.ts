import { unwrap } from '../../lib/http/response.ts'
import { useWholeList } from '../../lib/query/whole-list.svelte.ts'
import { type ResponseOf, api } from '../../lib/http/api.ts'
import { serverTime } from '../../lib/http/server-time.svelte.ts'
import { isPast, openOfferBy } from '../../meeting/interview.ts'
import { m } from '../../paraglide/messages.js'

type ListAnswer = ResponseOf<typeof api.interviewRequests.index.$get>
export type PageAnswer = ResponseOf<(typeof api.interviewRequests)[':requestId']['$get']>
export type Summary = Extract<ListAnswer, { side: 'student' }>['requests'][number]
export type Request = Extract<PageAnswer, { side: 'student' }>['request']
export type State = Summary['state']

export const requestsPath = '/api/interview-requests'

export const useRequests = () =>
  useWholeList(requestsPath, 'requests', (query) =>
    unwrap<ListAnswer>(api.interviewRequests.index.$get({ query })),
  )

const words: Record<State, () => string> = {
  draft: m.interviews_state_withdrawn,
  queued: m.interviews_state_revision_requested,
  delivered: m.interviews_state_delivered,
  'revision-requested': m.interviews_state_revision_requested,
  accepted: m.interviews_state_accepted,
  scheduled: m.interviews_state_scheduled,
  held: m.interviews_state_held,
  closed: m.interviews_state_closed,
  withdrawn: m.interviews_state_withdrawn,
  declined: m.interviews_state_declined,
  expired: m.interviews_state_expired,
  lapsed: m.interviews_state_lapsed,
  cancelled: m.interviews_state_cancelled,
  'no-show': m.interviews_state_no_show,
}

/** The state of a request that a student ended without answering it. */
const causes: Partial<Record<string, () => string>> = {
  'no-longer-available': m.interviews_state_hidden,
  blocked: m.interviews_state_blocked,
}

export type Standing = Pick<Summary, 'state' | 'because' | 'endedBy' | 'offeredBy' | 'endsAt'>

/** The state of a request, from its page. */
export function standingOf(request: Request): Standing {
  const offeredBy = openOfferBy(request, serverTime.now())
  return { ...request, offeredBy, endsAt: request.booking?.endsAt ?? null }
}

export function stateWords(standing: Standing): string {
  const { state, because, endedBy } = standing
  const cause = causes[because ?? '']
  if (cause) return cause()
  if (state === 'scheduled' && isOver(standing)) return m.interviews_state_attend()
  if (state === 'scheduled' && standing.offeredBy === 'recruiter')
    return m.interviews_state_offered()
  if (state === 'cancelled' && endedBy === 'student') return m.interviews_state_cancelled_you()
  if (state === 'no-show' && endedBy === 'student') return m.interviews_state_missed()
  if (state === 'no-show' && endedBy === null) return m.interviews_state_disputed()
  return words[state]()
}

const isOver = ({ endsAt }: Standing) => isPast(endsAt, serverTime.now())

export function isUnderWay(state: State): boolean {
  return ['revision-requested', 'accepted', 'scheduled', 'held'].includes(state)
}

/**
 * Whether the student has something to do: answer, choose a time, say whether it took place, or
 * dispute.
 */
export function isTheirs(request: Summary): boolean {
  const { state, offeredBy, disputeUntil } = request
  if (disputeUntil !== null && !isPast(disputeUntil, serverTime.now())) return true
  if (state !== 'scheduled') return state === 'delivered'
  return offeredBy === 'recruiter' || isOver(request)
}
