import type { ResponseOf, api } from '../../lib/http/api.ts'

export type AttemptSummary = ResponseOf<typeof api.attempts.index.$get>['attempts'][number]
export type ReviewWork = ResponseOf<typeof api.reviewWork.index.$get>
export type OwnRequests = Extract<
  ResponseOf<typeof api.interviewRequests.index.$get>,
  { side: 'student' }
>['requests']
type OwnRequest = OwnRequests[number]

export type Task =
  | { kind: 'request'; request: OwnRequest }
  | { kind: 'result'; attempt: AttemptSummary }
  | { kind: 'go-on'; attempt: AttemptSummary }
  | { kind: 'reviews'; work: ReviewWork }
  | { kind: 'interview'; request: OwnRequest }
  | { kind: 'waiting'; attempt: AttemptSummary }
  | { kind: 'find' }

export interface Facts {
  attempts: readonly AttemptSummary[]
  work: ReviewWork | undefined
  requests: readonly OwnRequest[]
  now: Date
}

const newForDays = 14
const dayMs = 86_400_000

/**
 * A student's tasks, most urgent first: requests to answer, interviews that need something, new
 * results, open attempts, owed reviews, and what only has to be waited for. Without any: find a
 * challenge.
 */
export function tasksOf({ attempts, work, requests, now }: Facts): Task[] {
  const tasks: Task[] = [
    ...requests
      .filter(({ state }) => state === 'delivered')
      .toSorted((a, b) => endOf(a).localeCompare(endOf(b)))
      .map((request) => ({ kind: 'request' as const, request })),
    ...requests
      .filter((request) => asksSomething(request, now))
      .map((request) => ({ kind: 'interview' as const, request })),
    ...attempts
      .filter((attempt) => isNew(attempt, now) && !attempt.isRead)
      .map((attempt) => ({ kind: 'result' as const, attempt })),
    ...attempts
      .filter(({ state }) => state === 'open')
      .toSorted((a, b) => a.closesAt.localeCompare(b.closesAt))
      .map((attempt) => ({ kind: 'go-on' as const, attempt })),
    ...(work && isOwed(work) ? [{ kind: 'reviews' as const, work }] : []),
    ...requests
      .filter((request) => isAgreed(request) && !asksSomething(request, now))
      .map((request) => ({ kind: 'interview' as const, request })),
    ...attempts
      .filter(({ state }) => state === 'handed-in')
      .map((attempt) => ({ kind: 'waiting' as const, attempt })),
  ]
  return tasks.length > 0 ? tasks : [{ kind: 'find' }]
}

const endOf = ({ acceptBy, answerBy }: OwnRequest) => acceptBy ?? answerBy ?? ''

const isAgreed = ({ state }: OwnRequest) => state === 'scheduled'

/** Whether an interview needs an answer: another time, whether it took place, or a dispute. */
function asksSomething(request: OwnRequest, now: Date): boolean {
  if (new Date(request.disputeUntil ?? 0) > now) return true
  const isOver = new Date(request.endsAt ?? 0) < now
  return isAgreed(request) && (isOver || request.offeredBy === 'recruiter')
}

/** Results already read, and attempts that ran out: nothing to do about them. */
export function isEarlier(attempt: AttemptSummary, tasks: readonly Task[]): boolean {
  const isListed = tasks.some((task) => task.kind === 'result' && task.attempt === attempt)
  return (attempt.state === 'closed' || attempt.state === 'lapsed') && !isListed
}

/** Whether a review is started and has to be finished, or reviews are owed and work is waiting. */
function isOwed({ claim, owed, challenges }: ReviewWork): boolean {
  const isBehind = owed !== null && owed.done < owed.owed
  return claim !== null || (isBehind && challenges.some(({ waiting }) => waiting > 0))
}

function isNew({ state, closedAt }: AttemptSummary, now: Date): boolean {
  const at = closedAt === null ? 0 : new Date(closedAt).getTime()
  return state === 'closed' && now.getTime() - at < newForDays * dayMs
}
