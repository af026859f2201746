import type { InferInput } from 'valibot'

import type { AnswerPracticeInput } from '../../../worker/reviews/practice/answer-practice-input.ts'
import { unwrap } from '../../lib/http/answer.ts'
import { refresh, useAnswer, useAnswers } from '../../lib/query/answers.ts'
import { type AnswerOf, api } from '../../lib/http/api.ts'
import { useAct } from '../../lib/page/context.ts'

export type PracticePage = AnswerOf<typeof api.practiceItems.index.$get>
export type PracticeItem = NonNullable<PracticePage['next']>
export type AnsweredItem = PracticePage['answered'][number]

const ask = (challengeId: string) =>
  unwrap(api.practiceItems.index.$get({ query: { challengeId } }))

const pathOf = (challengeId: string) =>
  `/api/practice-items?challengeId=${encodeURIComponent(challengeId)}`

export const usePractice = (challengeId: () => string) =>
  useAnswer(() => ({ path: pathOf(challengeId()), ask: () => ask(challengeId()) }))

/** Judges a practice answer; the page then knows what two other readers gave. */
export function useJudging(challengeId: string) {
  const answers = useAnswers()
  return useAct(async (json: InferInput<typeof AnswerPracticeInput>, options) => {
    const judged = await unwrap(api.practiceItems.index.$post({ json }, options))
    await answers.ask({ path: pathOf(challengeId), ask: () => ask(challengeId) })
    void refresh(answers, '/api/review-work')
    return judged
  })
}

/** A mentor gives up taking this challenge; then its practice answers open. */
export function useForgoing(challengeId: string) {
  const answers = useAnswers()
  return useAct(async (_: undefined, options) => {
    const forgone = await unwrap(
      api.forgoneChallenges.index.$post({ json: { challengeId } }, options),
    )
    await answers.ask({ path: pathOf(challengeId), ask: () => ask(challengeId) })
    return forgone
  })
}
