import { tick } from 'svelte'

import type { ReviewInput } from '../../../worker/reviews/review/review-input.ts'
import type { Draft } from '../../lib/draft/draft.svelte.ts'
import { done, unwrap } from '../../lib/http/response.ts'
import { refresh, useQueryCache } from '../../lib/query/query-cache.ts'
import { api } from '../../lib/http/api.ts'
import { useAct, useSession, useToasts } from '../../lib/page/context.ts'
import type { FieldProblem } from '../../lib/form/form.svelte.ts'
import { lastReview } from '../../lib/review/last-review.ts'
import { ApiError } from '../../lib/http/problem.ts'
import { serverTime } from '../../lib/http/server-time.svelte.ts'
import { type ReviewGap, shortestReason } from '../../lib/review/gaps.ts'
import { focusOn } from '../../lib/router/focus.ts'
import { go } from '../../lib/router/router.svelte.ts'
import { useDesk } from '../../lib/page/use-desk.ts'
import { m } from '../../paraglide/messages.js'
import { askClaim, type Claim, claimDraft, claimPath, draftKey, isGone } from '../claim.ts'

const review = api.claims[':claimId'].review

/** Hands in a review; it can be undone for a minute. */
export function useHandIn(claimId: string) {
  const [cache, desk, session] = [useQueryCache(), useDesk(), useSession()]
  // Text typed after the lease is only on this device. It is kept until an undo is no longer
  // possible.
  const forgetWords = () => {
    if (cache.get<Claim>(claimPath(claimId))?.state === 'submitted') desk.drop(draftKey(claimId))
  }
  return useAct(async (json: ReviewInput, options) => {
    const receipt = await unwrap(review.$post({ param: { claimId }, json }, options)).catch(
      async (error: unknown) => {
        if (isGone(error) || isLocked(error)) await refresh(cache, claimPath(claimId))
        throw error
      },
    )
    const { undoUntil } = receipt
    lastReview.keep({ claimId, undoUntil, accountId: session?.account.id })
    cache.set<Claim>(claimPath(claimId), ({ id, role }) => {
      return { id, role, state: 'submitted', undoUntil }
    })
    void refresh(cache, '/api/review-work', '/api/reviews', '/api/attempts')
    setTimeout(forgetWords, new Date(undoUntil).getTime() - serverTime.now().getTime())
    return receipt
  })
}

/**
 * Undoes a hand-in and opens the review. An answer taken meanwhile is given back; the review of it
 * stays on the server and comes back with the answer.
 */
export function useUndo() {
  const [cache, desk, toasts] = [useQueryCache(), useDesk(), useToasts()]
  const undoing = useAct(async (claimId: string, options) => {
    await done(review.$delete({ param: { claimId } }, options))
    return claimId
  })
  return {
    undoing,
    /** `meanwhile`: the claim that is live now. */
    async undo(claimId: string, meanwhile?: string): Promise<void> {
      const other = meanwhile ? cache.get<Claim>(claimPath(meanwhile)) : undefined
      const draft = other?.state === 'live' ? claimDraft(desk, cache, other) : undefined
      if (draft) await arrive(draft)
      if (draft && draft.status !== 'saved') return toasts.say(m.reviews_undo_failed())
      const isBack = await undoing.run(claimId)
      const isOver = undoing.refusal?.is('undo-over')
      if (isBack || isOver) lastReview.forget()
      if (undoing.refusal) toasts.say(isOver ? m.reviews_undo_over() : m.reviews_undo_failed())
      if (!isBack) return
      if (other && draft) desk.drop(draftKey(other.id))
      if (draft && draft.version > 0) toasts.say(m.reviews_undo_kept())
      void refresh(cache, '/api/review-work', '/api/reviews')
      await cache
        .ask({ path: claimPath(claimId), ask: () => askClaim(claimId) })
        .catch(() => undefined)
      go(`/reviews/${claimId}`, 'replace')
      // The page may stay the same, but its heading is new and takes the focus.
      await tick()
      focusOn(undefined, '')
    },
  }
}

/** Saves a review until all of it has arrived, or a save has failed. */
export async function arrive(draft: Draft<ReviewInput>): Promise<void> {
  do await draft.save()
  while (draft.status === 'saving')
}

/** Whether the levels were locked in another tab, which this page does not show yet. */
export const isLocked = (error: unknown) => error instanceof ApiError && error.is('levels-locked')

export function problemOf({ field, criterion }: ReviewGap, name: string): FieldProblem {
  switch (field) {
    case 'level':
      return { field: `level-${criterion}`, message: m.reviews_level_missing({ name }) }
    case 'reason':
      return {
        field: `reason-${criterion}`,
        message: m.reviews_reason_short({ name, least: shortestReason }),
      }
    case 'aboveSigns':
      return {
        field: `aboveSigns-${criterion}`,
        message: m.reviews_above_short({ name, least: shortestReason }),
      }
    case 'alike':
      return { field: `reason-${criterion}`, message: m.reviews_reason_alike({ name }) }
    case 'worked':
      return { field, message: m.reviews_worked_short({ least: shortestReason }) }
    case 'tryNext':
      return { field, message: m.reviews_try_short({ least: shortestReason }) }
  }
}

const refusedFields = ['level', 'reason', 'aboveSigns', 'worked', 'tryNext'] as const

/** What the server found missing, as a gap of the desk; undefined for another refusal. */
export function refusedGap(refusal: ApiError | undefined): ReviewGap | undefined {
  const field = refusal?.problem['field']
  const criterion = refusal?.problem['criterion']
  const at = typeof criterion === 'string' ? { criterion } : {}
  if (refusal?.is('reasons-alike')) return { field: 'alike', ...at }
  const known = refusedFields.find((each) => each === field)
  return refusal?.is('review-incomplete') && known ? { field: known, ...at } : undefined
}
