import { unwrap } from '../lib/http/answer.ts'
import { useAnswer } from '../lib/query/answers.ts'
import { useWholeList } from '../lib/query/whole-list.svelte.ts'
import { type AnswerOf, api } from '../lib/http/api.ts'
import { exactly, time, weekdayExactly } from '../lib/format/dates.ts'
import { serverTime } from '../lib/http/server-time.svelte.ts'
import { m } from '../paraglide/messages.js'

type ListAnswer = AnswerOf<typeof api.interviewRequests.index.$get>
type PageAnswer = AnswerOf<(typeof api.interviewRequests)[':requestId']['$get']>
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
  useAnswer(() => {
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

type Standing = Pick<Summary, 'state'> & { startsAt?: string | null | undefined }

export function stateWords(request: Standing): string {
  return isPast(request) ? m.hiring_interview_past() : words[request.state]()
}

/** An interview whose time has come and gone. Nobody has said whether it took place. */
export function isPast({ state, startsAt }: Standing): boolean {
  return state === 'scheduled' && !!startsAt && new Date(startsAt) <= serverTime.now()
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

/** Whether it is the employer's turn. */
export function isOurs({ state }: Pick<Summary, 'state'>): boolean {
  return state === 'draft' || state === 'revision-requested'
}

/** What is due, and by when. */
export function dueWords({ state, deliverAt, answerBy, startsAt }: Summary): string {
  switch (state) {
    case 'draft':
      return m.recruiter_due_draft()
    case 'queued':
      return deliverAt ? m.recruiter_due_queued({ time: time(deliverAt) }) : ''
    case 'delivered':
      return answerBy ? m.recruiter_due_delivered({ day: exactly(answerBy) }) : ''
    case 'revision-requested':
      return m.recruiter_due_revision()
    case 'accepted':
      return m.recruiter_due_accepted()
    case 'scheduled':
      return startsAt ? weekdayExactly(startsAt) : ''
    default:
      return ''
  }
}

/** A request as it was when somebody looked: another state is something new to read. */
export function seenId({ id, version }: Pick<Summary, 'id' | 'version'>): string {
  return `${id} ${version}`
}

/** What the student last asked to have changed. */
export function lastWish({ events }: Request): Request['events'][number] | undefined {
  return events.findLast(({ event }) => event === 'ask-revision')
}
