import { unwrap } from '../lib/http/response.ts'
import { useQuery } from '../lib/query/query-cache.ts'
import { useWholeList } from '../lib/query/whole-list.svelte.ts'
import { type ResponseOf, api } from '../lib/http/api.ts'
import { m } from '../paraglide/messages.js'

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

/** The employer's side of the answer, which is the only one that recruiters get. */
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

/**
 * Stores in the account that this person has read this version of a request. The request is marked
 * as new again when it gets a later version.
 */
export async function markRead({ id, version }: Pick<Summary, 'id' | 'version'>): Promise<void> {
  const request = { param: { requestId: id }, json: { version } }
  await unwrap(api.interviewRequests[':requestId']['read-mark'].$put(request))
}

/** Stores in the account that this person has read a message of the student. */
export async function markMessageRead(requestId: string, messageId: string): Promise<void> {
  const door = api.interviewRequests[':requestId'].messages[':messageId']['read-mark']
  await unwrap(door.$put({ param: { requestId, messageId } }))
}

/** Whose message is unread. Before acceptance the student has no name here. */
export const messageWords = ({ name }: Pick<Summary, 'name'>) =>
  name ? m.recruiter_message_from({ name }) : m.recruiter_message_from_student()

/** The student's last request for changes. */
export function lastRevisionRequest({ events }: Request): Request['events'][number] | undefined {
  return events.findLast(({ event }) => event === 'ask-revision')
}
