import { unwrap } from '../lib/http/response.ts'
import { useQuery } from '../lib/query/query-cache.ts'
import { useWholeList } from '../lib/query/whole-list.svelte.ts'
import { type ResponseOf, api } from '../lib/http/api.ts'

type ListAnswer = ResponseOf<typeof api.interviewRequests.index.$get>
type PageAnswer = ResponseOf<(typeof api.interviewRequests)[':requestId']['$get']>
export type Summary = Extract<ListAnswer, { side: 'employer' }>['requests'][number]
export type Request = Extract<PageAnswer, { side: 'employer' }>['request']
export type State = Summary['state']

export const requestsPath = '/api/interview-requests'
export const requestPath = (id: string) => `${requestsPath}/${id}`

export const useRequests = () =>
  useWholeList(requestsPath, 'requests', (query) =>
    unwrap<ListAnswer>(api.interviewRequests.index.$get({ query })),
  )

export const useRequest = (id: () => string, everyMs?: () => number | undefined) =>
  useQuery(() => {
    const every = everyMs?.()
    return {
      path: requestPath(id()),
      ask: () =>
        unwrap<PageAnswer>(
          api.interviewRequests[':requestId'].$get({ param: { requestId: id() } }),
        ),
      ...(every !== undefined && { everyMs: every }),
    }
  })

/** The employer's own side of what the door answers; a recruiter gets no other. */
export function summariesOf(answer: ListAnswer | undefined): Summary[] {
  return answer?.side === 'employer' ? answer.requests : []
}

const over: readonly State[] = [
  'closed',
  'withdrawn',
  'declined',
  'expired',
  'lapsed',
  'cancelled',
  'no-show',
]

export function isOver({ state }: Pick<Summary, 'state'>): boolean {
  return over.includes(state)
}

/** Keeps in the account that this person has read a request as it stands; another state is new again. */
export async function markRead({ id, version }: Pick<Summary, 'id' | 'version'>): Promise<void> {
  const request = { param: { requestId: id }, json: { version } }
  await unwrap(api.interviewRequests[':requestId']['read-mark'].$put(request))
}

/** What the student last asked to have changed. */
export function lastRevisionRequest({ events }: Request): Request['events'][number] | undefined {
  return events.findLast(({ event }) => event === 'ask-revision')
}
