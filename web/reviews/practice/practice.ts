import type { InferInput } from 'valibot'

import type { AnswerPracticeInput } from '../../../worker/reviews/practice/answer-practice-input.ts'
import { unwrap } from '../../lib/http/response.ts'
import { refresh, useQuery, useQueryCache } from '../../lib/query/query-cache.ts'
import { type ResponseOf, api } from '../../lib/http/api.ts'
import { useAct } from '../../lib/page/context.ts'

export type PracticePage = ResponseOf<typeof api.practiceItems.index.$get>
export type PracticeItem = NonNullable<PracticePage['next']>
export type AnsweredItem = PracticePage['answered'][number]

const ask = (challengeId: string) =>
  unwrap(api.practiceItems.index.$get({ query: { challengeId } }))

const pathOf = (challengeId: string) =>
  `/api/practice-items?challengeId=${encodeURIComponent(challengeId)}`

export const usePractice = (challengeId: () => string) =>
  useQuery(() => ({ path: pathOf(challengeId()), ask: () => ask(challengeId()) }))

/** Judges a practice answer; the page then shows what two other readers gave. */
export function useJudging(challengeId: string) {
  const cache = useQueryCache()
  return useAct(async (json: InferInput<typeof AnswerPracticeInput>, options) => {
    const judged = await unwrap(api.practiceItems.index.$post({ json }, options))
    await cache.ask({ path: pathOf(challengeId), ask: () => ask(challengeId) })
    void refresh(cache, '/api/review-work', '/api/reviews')
    return judged
  })
}

/** A mentor gives up the right to play this challenge; its practice answers then open. */
export function useForgoing(challengeId: string) {
  const cache = useQueryCache()
  return useAct(async (_: undefined, options) => {
    const forgone = await unwrap(
      api.forgoneChallenges.index.$post({ json: { challengeId } }, options),
    )
    await cache.ask({ path: pathOf(challengeId), ask: () => ask(challengeId) })
    return forgone
  })
}
