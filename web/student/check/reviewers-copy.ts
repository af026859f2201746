import { unwrap } from '../../lib/http/answer.ts'
import { useAnswer } from '../../lib/query/answers.ts'
import { type AnswerOf, api } from '../../lib/http/api.ts'

const door = api.attempts[':attemptId']['reviewers-copy']

/** An answer as reviewers read it, made from the draft of `version`. */
export type ReviewersCopy = AnswerOf<(typeof door)['$get']>['answers'][number]

/** Asked anew for other versions of the drafts; not asked while words are on their way. */
export function useReviewersCopy(attemptId: () => string, versions: () => number[] | undefined) {
  return useAnswer(() => {
    const saved = versions()
    return {
      path: `/api/attempts/${attemptId()}/reviewers-copy#${(saved ?? []).join('.')}`,
      ask: () => unwrap(door.$get({ param: { attemptId: attemptId() } })),
      ready: saved !== undefined,
    }
  })
}
