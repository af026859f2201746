import { unwrap } from '../../lib/http/response.ts'
import { type ResponseOf, api } from '../../lib/http/api.ts'
import { useQuery } from '../../lib/query/query-cache.ts'
import type { Session } from '../../lib/reader/session.ts'

export type WorkElsewhere = ResponseOf<typeof api.reviewWork.elsewhere.$get>['others'][number]

/** Whether somebody reviews in more than one programme. */
export const isInSeveral = (session: Session | null | undefined): boolean =>
  (session?.memberships.filter(({ role }) => role === 'student' || role === 'mentor').length ?? 0) >
  1

/** The reviews that wait in the reader's other programmes; asked only if there are any. */
export const useWorkElsewhere = (session: Session | null | undefined) =>
  useQuery(() => ({
    path: '/api/review-work/elsewhere',
    ask: () => unwrap(api.reviewWork.elsewhere.$get()),
    ready: isInSeveral(session),
  }))
