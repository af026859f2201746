import { unwrap } from '../lib/http/response.ts'
import { type QueryCache, useQuery } from '../lib/query/query-cache.ts'
import { type ResponseOf, api } from '../lib/http/api.ts'
import type { Desk } from '../lib/draft/desk.ts'
import type { Draft } from '../lib/draft/draft.svelte.ts'
import { mendedTexts } from '../lib/draft/mended.ts'
import { ApiError } from '../lib/http/problem.ts'
import type { ReviewInput } from '../../worker/reviews/review/review-input.ts'

const claims = api.claims[':claimId']

export type Claim = ResponseOf<(typeof claims)['$get']>
export type LiveClaim = Extract<Claim, { state: 'live' }>
export type LapsedClaim = Extract<Claim, { state: 'lapsed' }>
export type DeskCriterion = LiveClaim['criteria'][number]
export type DeskWork = Pick<LiveClaim, 'challenge' | 'story' | 'answers' | 'criteria'>

export const claimPath = (claimId: string) => `/api/claims/${claimId}`
export const draftKey = (claimId: string) => `claims/${claimId}`

export const askClaim = (claimId: string) => unwrap<Claim>(claims.$get({ param: { claimId } }))

export const useClaim = (claimId: () => string) =>
  useQuery(() => ({ path: claimPath(claimId()), ask: () => askClaim(claimId()) }))

/** The draft of a review. Every save extends the claim's lease. */
export function claimDraft(
  desk: Desk,
  cache: QueryCache,
  claim: LiveClaim | LapsedClaim,
): Draft<ReviewInput> {
  const param = { claimId: claim.id }
  const path = claimPath(claim.id)
  const stateNow = () => cache.get<Claim>(path)?.state
  return desk.draft(draftKey(claim.id), savedIn(claim.draft), {
    save: async ({ value, version }, keepalive) => {
      // After the lease has ended the server saves no draft; the text stays on this device.
      if (stateNow() !== 'live') throw ended
      try {
        const json = { ...value, version }
        const saved = await unwrap(claims.draft.$put({ param, json }, { init: { keepalive } }))
        cache.set<Claim>(path, (before) => ({ ...before, leaseUntil: saved.leaseUntil }))
        return saved
      } catch (error) {
        if (isOver(error)) {
          void cache.ask({ path, ask: () => askClaim(claim.id) }).catch(() => undefined)
        }
        throw error
      }
    },
    mended: mendedTexts,
    find: async () => {
      // Also reloads the claim, so that the page shows if the levels were locked in another tab.
      const now = await cache.ask({ path, ask: () => askClaim(claim.id) })
      if (now.state === 'submitted') throw ended
      return savedIn(now.draft)
    },
  })
}

/** Text left on this device for a review that this person no longer has. It is never sent. */
export function leftDraft(desk: Desk, claimId: string): Draft<ReviewInput> {
  const refuse = () => Promise.reject(ended)
  const nothing = { version: 0, value: { ratings: [], worked: '', tryNext: '' } }
  return desk.draft<ReviewInput>(draftKey(claimId), nothing, { save: refuse, find: refuse })
}

/**
 * Whether the claim is not the reviewer's: it was given back, was never theirs, or the membership
 * it was made in has ended.
 */
export const isGone = (error: unknown) => error instanceof ApiError && error.status === 404

/** Whether the claim is no longer live, so that the cached one is out of date. */
export const isOver = (error: unknown) =>
  isGone(error) || (error instanceof ApiError && error.is('claim-ended'))

const ended = new ApiError({ type: '/problems/claim-ended', title: 'claim-ended', status: 409 })

function savedIn({ version, ...value }: LiveClaim['draft']) {
  return { value, version }
}
