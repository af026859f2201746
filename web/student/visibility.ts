import type { InferOutput } from 'valibot'

import type { VisibleFieldsInput } from '../../worker/talent/visibility/visibility-input.ts'
import { done, unwrap } from '../lib/http/response.ts'
import { refresh, useQuery, useQueryCache } from '../lib/query/query-cache.ts'
import { useWholeList } from '../lib/query/whole-list.svelte.ts'
import { type ResponseOf, api } from '../lib/http/api.ts'
import { useAct, useToasts } from '../lib/page/context.ts'
import { ApiError, freshProof } from '../lib/http/problem.ts'
import { m } from '../paraglide/messages.js'

export type VisibilityPage = ResponseOf<typeof api.visibility.index.$get>
export type ShowableBadge = VisibilityPage['badges'][number]
export type VisibleFields = InferOutput<typeof VisibleFieldsInput>
export type Consent = ResponseOf<typeof api.consents.index.$get>['consents'][number]
export type Disclosure = ResponseOf<typeof api.disclosures.index.$get>['disclosures'][number]

const [pagePath, consentsPath] = ['/api/visibility', '/api/consents']

export const useConsents = () =>
  useWholeList(consentsPath, 'consents', (query) => unwrap(api.consents.index.$get({ query })))

export const useDisclosures = () =>
  useQuery(() => ({
    path: '/api/disclosures',
    ask: () => unwrap(api.disclosures.index.$get({ query: {} })),
  }))

/**
 * Switches visibility on, or adds fields. The server asks for a fresh proof and returns a receipt.
 */
export function useGranting() {
  const [cache, toasts] = [useQueryCache(), useToasts()]
  return useAct(
    async (
      json: { version: number; textHash: string; fields: VisibleFields; listedToo?: string[] },
      options,
    ) => {
      const granted = await unwrap(api.visibility.index.$post({ json }, options)).catch(
        lookAgain(cache, json.version),
      )
      await refresh(cache, pagePath, consentsPath, '/api/blocks')
      toasts.say(granted.found ? m.visibility_granted() : m.visibility_missing_title())
      return granted
    },
  )
}

/** Removes fields or changes text in those that are on: at once, without a new consent. */
export function useNarrowing() {
  const cache = useQueryCache()
  return useAct(async (json: { version: number; fields: VisibleFields }, options) => {
    const saved = await unwrap(api.visibility.index.$put({ json }, options)).catch(
      lookAgain(cache, json.version),
    )
    const { fields } = json
    cache.set<VisibilityPage>(pagePath, (before) => ({ ...before, ...saved, fields }))
    await refresh(cache, pagePath)
    return saved
  })
}

/** Switches visibility off. */
export function useEnding() {
  const [cache, toasts] = [useQueryCache(), useToasts()]
  return useAct(async (words: string, options) => {
    await done(api.visibility.index.$delete({}, options))
    await refresh(cache, pagePath, consentsPath, '/api/disclosures', '/api/interview-requests')
    toasts.say(words)
    return true
  })
}

/**
 * After a refusal, reloads what changed elsewhere; typed text stays. The server asks for a proof
 * before it checks the version, so the version is checked here first: nobody should enter a code
 * for a page that is out of date.
 */
function lookAgain(cache: ReturnType<typeof useQueryCache>, version: number) {
  return async (error: unknown): Promise<never> => {
    const type = error instanceof ApiError ? error.type : ''
    const isOld = type === 'changed-elsewhere' || type === 'consent-text-changed'
    if (isOld || type === freshProof) await refresh(cache, pagePath)
    if (type === freshProof && cache.get<VisibilityPage>(pagePath)?.version !== version) {
      throw new ApiError({ type: 'changed-elsewhere', title: '', status: 409 })
    }
    throw error
  }
}
