import { unwrap } from '../../lib/http/response.ts'
import { useQuery } from '../../lib/query/query-cache.ts'
import { type ResponseOf, api } from '../../lib/http/api.ts'
import { listed } from '../../lib/format/figures.ts'
import type { QueryOptions } from '../../lib/query/query-options.ts'
import { m } from '../../paraglide/messages.js'

export type Result = ResponseOf<(typeof api.results)[':attemptId']['result']['$get']>
export type Waiting = Extract<Result, { state: 'waiting' }>
export type Decided = Extract<Result, { state: 'decided' }>
export type Criterion = Decided['criteria'][number]

export const resultQuery = (attemptId: string): QueryOptions<Result> => ({
  path: `/api/attempts/${attemptId}/result`,
  ask: () => unwrap(api.results[':attemptId'].result.$get({ param: { attemptId } })),
})

export const useResult = (attemptId: () => string, ready?: () => boolean) =>
  useQuery(() => ({ ...resultQuery(attemptId()), ready: ready?.() ?? true }))

/** As in “two peers and one mentor”. */
export function reviewersInWords({ peers, mentors }: Decided['reviewers']): string {
  return listed([
    ...(peers > 0 ? [m.student_peers({ count: peers })] : []),
    ...(mentors > 0 ? [m.student_mentors({ count: mentors })] : []),
  ])
}

/** The decision of a criterion in words. */
export function decisionInWords(state: Criterion['state']): string {
  const words = {
    proficient: m.student_decision_proficient,
    'not-yet': m.student_decision_not_yet,
    'needs-more': m.student_decision_needs_more,
  }
  return words[state]()
}
