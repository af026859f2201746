import { unwrap } from '../lib/http/response.ts'
import { useQuery } from '../lib/query/query-cache.ts'
import { useWholeList } from '../lib/query/whole-list.svelte.ts'
import { type ResponseOf, api } from '../lib/http/api.ts'
import { m } from '../paraglide/messages.js'

/** The requests of a student or of an employer, by the side that asks. */
type Requests = ResponseOf<typeof api.interviewRequests.index.$get>

export const useAttempts = (ready: () => boolean = () => true) =>
  useWholeList(
    '/api/attempts',
    'attempts',
    (query) => unwrap(api.attempts.index.$get({ query })),
    ready,
  )

export const useReviewWork = () =>
  useQuery(() => ({ path: '/api/review-work', ask: () => unwrap(api.reviewWork.index.$get()) }))

export const useRequests = () =>
  useWholeList('/api/interview-requests', 'requests', (query) =>
    unwrap<Requests>(api.interviewRequests.index.$get({ query })),
  )

/** A greeting by name, which depends on the hour in the reader's zone. */
export function greeting(fullName: string | null, hour: number): string {
  const [name] = fullName?.split(' ') ?? []
  if (!name) return m.student_home()
  if (hour < 5) return m.student_home_night({ name })
  if (hour < 12) return m.student_home_morning({ name })
  return hour < 18 ? m.student_home_afternoon({ name }) : m.student_home_evening({ name })
}
