import { unwrap } from '../../lib/http/response.ts'
import { useQuery } from '../../lib/query/query-cache.ts'
import { type ResponseOf, api } from '../../lib/http/api.ts'

const door = api.attempts[':attemptId']['reviewers-copy']

/** An answer as reviewers would read it, made from the draft of `version`. */
export type ReviewersCopy = ResponseOf<(typeof door)['$get']>['answers'][number]

/**
 * The copy is reloaded when the draft versions change, and not loaded while text is being saved.
 */
export function useReviewersCopy(attemptId: () => string, versions: () => number[] | undefined) {
  return useQuery(() => {
    const saved = versions()
    return {
      path: `/api/attempts/${attemptId()}/reviewers-copy#${(saved ?? []).join('.')}`,
      ask: () => unwrap(door.$get({ param: { attemptId: attemptId() } })),
      ready: saved !== undefined,
    }
  })
}
