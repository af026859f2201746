import { tick } from 'svelte'

import { unwrap } from '../../lib/http/response.ts'
import { refresh, useQuery, useQueryCache } from '../../lib/query/query-cache.ts'
import { useWholeList } from '../../lib/query/whole-list.svelte.ts'
import { type ResponseOf, api } from '../../lib/http/api.ts'
import { useAct, useToasts } from '../../lib/page/context.ts'
import { serverTime } from '../../lib/http/server-time.svelte.ts'
import { focusOn } from '../../lib/router/focus.ts'
import { isInterview, isPast, openOfferBy } from '../../meeting/interview.ts'
import { m } from '../../paraglide/messages.js'

type ListAnswer = ResponseOf<typeof api.interviewRequests.index.$get>
type PageAnswer = ResponseOf<(typeof api.interviewRequests)[':requestId']['$get']>
export type Summary = Extract<ListAnswer, { side: 'student' }>['requests'][number]
export type Request = Extract<PageAnswer, { side: 'student' }>['request']
type State = Summary['state']

const requestsPath = '/api/interview-requests'

export const useRequests = () =>
  useWholeList(requestsPath, 'requests', (query) =>
    unwrap<ListAnswer>(api.interviewRequests.index.$get({ query })),
  )

export const useRequest = (requestId: () => string) =>
  useQuery(() => {
    const param = { requestId: requestId() }
    return {
      path: `${requestsPath}/${param.requestId}`,
      ask: () => unwrap<PageAnswer>(api.interviewRequests[':requestId'].$get({ param })),
    }
  })

type Post = (typeof api.interviewRequests)[':requestId']['answers']['$post']
export type Answer = Parameters<Post>[0]['json']

const gone = ['interview-request-moved', 'slot-taken', 'slot-past', 'consent-text-changed']

/** Answers a request; if it has changed meanwhile, it is reloaded to be read again. */
export function useAnswering(requestId: () => string) {
  const [cache, toasts] = [useQueryCache(), useToasts()]
  const act = useAct(async ({ json }: { json: Answer; done: string }, options) => {
    const param = { requestId: requestId() }
    return unwrap(api.interviewRequests[':requestId'].answers.$post({ param, json }, options))
  })
  return {
    act,
    async answer(json: Answer, done: string): Promise<void> {
      const answered = await act.run({ json, done })
      if (answered) toasts.say(done)
      const moved = gone.some((type) => act.refusal?.is(type))
      if (answered || moved) await refresh(cache, requestsPath, '/api/consents', '/api/disclosures')
      if (!answered) return
      // The form is gone, so the focus goes to the page's heading.
      await tick()
      focusOn(undefined, '')
    },
  }
}

/** The last event of one kind, with its time and words. */
export function lastOf(request: Request, event: Request['events'][number]['event']) {
  return request.events.findLast((each) => each.event === event)
}

export function titleOf({ state, employer: { name }, content, booking }: Request): string {
  if (state === 'delivered') return m.interviews_asks({ employer: name })
  if (state === 'scheduled' && !isPast(booking?.endsAt ?? null, serverTime.now()))
    return m.interviews_meets({ employer: name })
  if (state === 'revision-requested') return m.interviews_asked_back({ employer: name })
  return isInterview({ state }) ? m.interviews_with({ employer: name }) : content.title
}

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

/** The words for how a student ended a request without answering it. */
const causes: Partial<Record<string, [state: () => string, ended: () => string]>> = {
  'no-longer-available': [m.interviews_state_hidden, m.interviews_ended_hidden],
  blocked: [m.interviews_state_blocked, m.interviews_ended_blocked],
}

type Standing = Pick<Summary, 'state' | 'because' | 'endedBy' | 'offeredBy' | 'endsAt'>

/** The state of a request, from its page. */
export function standingOf(request: Request): Standing {
  const offeredBy = openOfferBy(request, serverTime.now())
  return { ...request, offeredBy, endsAt: request.booking?.endsAt ?? null }
}

export function stateWords(standing: Standing): string {
  const { state, because, endedBy } = standing
  const cause = causes[because ?? '']
  if (cause) return cause[0]()
  if (state === 'scheduled' && isOver(standing)) return m.interviews_state_attend()
  if (state === 'scheduled' && standing.offeredBy === 'recruiter')
    return m.interviews_state_offered()
  if (state === 'cancelled' && endedBy === 'student') return m.interviews_state_cancelled_you()
  if (state === 'no-show' && endedBy === 'student') return m.interviews_state_missed()
  if (state === 'no-show' && endedBy === null) return m.interviews_state_disputed()
  return words[state]()
}

const isOver = ({ endsAt }: Standing) => isPast(endsAt, serverTime.now())

const ended: Partial<Record<State, () => string>> = {
  declined: m.interviews_ended_declined,
  withdrawn: m.interviews_ended_withdrawn,
  expired: m.interviews_ended_expired,
  lapsed: m.interviews_ended_lapsed,
}

/** How a request ended, in words for the student. */
export function endWords({ state, because }: Standing): string {
  return (causes[because ?? '']?.[1] ?? ended[state] ?? m.interviews_ended_other)()
}

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
