import type { ReviewInput } from '../../../worker/reviews/review/review-input.ts'
import type { Draft } from '../../lib/draft/draft.svelte.ts'
import { Form } from '../../lib/form/form.svelte.ts'
import type { ReviewDesk } from '../../lib/review/desk.svelte.ts'
import { reviewGaps, type ReviewGap } from '../../lib/review/gaps.ts'
import { serverTime } from '../../lib/http/server-time.svelte.ts'
import type { LiveClaim } from '../claim.ts'
import { arrive, problemOf, refusedGap, useHandIn } from './handing-in.ts'

/** Hands in the review on a desk, and says what is still missing. */
export function useFinish(claim: LiveClaim, desk: ReviewDesk, draft: Draft<ReviewInput>) {
  const form = new Form()
  const handing = useHandIn(claim.id)
  let isArriving = $state(false)
  let soonest = $state.raw<string>()

  const gaps = $derived(reviewGaps(desk.review, claim.criteria))
  const nameOf = (id?: string) =>
    claim.criteria.find(({ competency }) => competency === id)?.name ?? ''
  const problem = (gap: ReviewGap) => problemOf(gap, nameOf(gap.criterion))

  /**
   * Shows the errors. They are checked again while the review is written, so corrected ones
   * disappear.
   */
  function isComplete(found: () => ReviewGap[]): boolean {
    const problems = () => found().map(problem)
    const isRight = form.accepts(() =>
      Object.fromEntries(problems().map(({ field, message }) => [field, message])),
    )
    const [first] = found()
    if (first?.criterion) desk.open(first.criterion)
    return isRight
  }

  /** The server refuses a review that comes sooner than the answer can be read. */
  function isTooSoon(from: string): boolean {
    soonest = new Date(from) > serverTime.now() ? from : undefined
    return soonest !== undefined
  }

  return {
    form,
    handing,
    /** What is still missing, in the order of the form. */
    get gaps() {
      return gaps
    },
    /** What is missing, in words. */
    problem,
    /** The earliest time for handing in; set once somebody tried too soon. */
    get soonest() {
      return soonest
    },
    get pending() {
      return isArriving || handing.pending
    },
    async handIn(): Promise<boolean> {
      if (isArriving || handing.pending || draft.other) return false
      if (!isComplete(() => gaps) || isTooSoon(claim.handInFrom)) return false
      isArriving = true
      // Saves first, so that an undo brings back exactly this text.
      await arrive(draft)
      isArriving = false
      if (draft.other) return false

      const receipt = await handing.run(desk.review)
      const gap = refusedGap(handing.refusal)
      if (gap) isComplete(() => [gap])
      const from = handing.refusal?.is('review-too-soon') && handing.refusal.problem['from']
      if (typeof from === 'string') isTooSoon(from)
      return receipt !== undefined
    },
  }
}

export type Finish = ReturnType<typeof useFinish>
