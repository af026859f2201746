import { tick } from 'svelte'

import { unwrap } from '../../lib/http/response.ts'
import { refresh, useQuery, useQueryCache } from '../../lib/query/query-cache.ts'
import { api } from '../../lib/http/api.ts'
import { useAct, useToasts } from '../../lib/page/context.ts'
import { serverTime } from '../../lib/http/server-time.svelte.ts'
import { focusOn } from '../../lib/router/focus.ts'
import { isInterview, isPast } from '../../meeting/interview.ts'
import { m } from '../../paraglide/messages.js'
import {
  type PageAnswer,
  type Request,
  requestsPath,
  type Standing,
  type State,
} from './requests.ts'

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

/** How a request ended that the student did not answer. */
const causes: Partial<Record<string, () => string>> = {
  'no-longer-available': m.interviews_ended_hidden,
  blocked: m.interviews_ended_blocked,
}

const ended: Partial<Record<State, () => string>> = {
  declined: m.interviews_ended_declined,
  withdrawn: m.interviews_ended_withdrawn,
  expired: m.interviews_ended_expired,
  lapsed: m.interviews_ended_lapsed,
}

/** How a request ended, in words for the student. */
export function endWords({ state, because }: Standing): string {
  return (causes[because ?? ''] ?? ended[state] ?? m.interviews_ended_other)()
}
