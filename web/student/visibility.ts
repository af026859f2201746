import type { InferOutput } from 'valibot'

import type { VisibleFieldsInput } from '../../worker/talent/visibility/visibility-input.ts'
import { done, unwrap } from '../lib/http/answer.ts'
import { refresh, useAnswer, useAnswers } from '../lib/query/answers.ts'
import { useWholeList } from '../lib/query/whole-list.svelte.ts'
import { type AnswerOf, api } from '../lib/http/api.ts'
import { useAct, useToasts } from '../lib/page/context.ts'
import { ApiError } from '../lib/http/problem.ts'
import { m } from '../paraglide/messages.js'

export type VisibilityPage = AnswerOf<typeof api.visibility.index.$get>
export type ShowableBadge = VisibilityPage['badges'][number]
export type VisibleFields = InferOutput<typeof VisibleFieldsInput>
export type Consent = AnswerOf<typeof api.consents.index.$get>['consents'][number]
export type Disclosure = AnswerOf<typeof api.disclosures.index.$get>['disclosures'][number]

const [pagePath, consentsPath] = ['/api/visibility', '/api/consents']

export const useConsents = () =>
  useWholeList(consentsPath, 'consents', (query) => unwrap(api.consents.index.$get({ query })))

export const useDisclosures = () =>
  useAnswer(() => ({
    path: '/api/disclosures',
    ask: () => unwrap(api.disclosures.index.$get({ query: {} })),
  }))

/** Switches on, or one field more. The server asks for a fresh proof and gives a receipt. */
export function useGranting() {
  const [answers, toasts] = [useAnswers(), useToasts()]
  return useAct(
    async (json: { version: number; textHash: string; fields: VisibleFields }, options) => {
      const granted = await unwrap(api.visibility.index.$post({ json }, options)).catch(
        lookAgain(answers),
      )
      await refresh(answers, pagePath, consentsPath, '/api/blocks')
      toasts.say(m.visibility_granted())
      return granted
    },
  )
}

/** Shows less, or other words in what is on: at once, without a new agreement. */
export function useNarrowing() {
  const answers = useAnswers()
  return useAct(async (json: { version: number; fields: VisibleFields }, options) => {
    const saved = await unwrap(api.visibility.index.$put({ json }, options)).catch(
      lookAgain(answers),
    )
    const { fields } = json
    answers.set<VisibilityPage>(pagePath, (before) => ({ ...before, ...saved, fields }))
    await refresh(answers, pagePath)
    return saved
  })
}

/** Off, in one press. */
export function useEnding() {
  const [answers, toasts] = [useAnswers(), useToasts()]
  return useAct(async (words: string, options) => {
    await done(api.visibility.index.$delete({}, options))
    await refresh(answers, pagePath, consentsPath, '/api/disclosures', '/api/interview-requests')
    toasts.say(words)
    return true
  })
}

/** What changed elsewhere meanwhile is asked for; what was typed here stays. */
function lookAgain(answers: ReturnType<typeof useAnswers>) {
  return async (error: unknown): Promise<never> => {
    const isOld =
      error instanceof ApiError && (error.is('stale-version') || error.is('consent-text-changed'))
    if (isOld) await refresh(answers, pagePath)
    throw error
  }
}
