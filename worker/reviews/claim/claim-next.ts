import type { InferOutput } from 'valibot'

import type { Call } from '../../foundation/call/call.ts'
import { newId } from '../../foundation/call/id.ts'
import { Problem } from '../../foundation/call/problem.ts'
import type { ClaimNextInput } from './claim-next-input.ts'
import { type FoundOffers, findOffers } from '../queue/find-offers.ts'
import { lookAgainAt } from './lease.ts'
import { inOrder } from '../queue/offer-order.ts'
import { isItem } from '../calibration/item-draws.ts'
import { lotsOf } from '../calibration/lots.ts'
import { pauseOf, type Standing } from '../standing/owed.ts'
import { practiceNeeded } from '../practice/practice.ts'
import { enoughReviews, submissionTaken, practiceFirst, releasedTooOften } from '../problems.ts'
import { type Reviewer, reviewerOf } from '../standing/reviewer.ts'
import { openClaim, type Wanted } from './open-claim.ts'

export interface ClaimAnswer {
  claim: { id: string } | null
  /** When to ask again if nothing is on offer, as ISO 8601. */
  lookAgainAt: string | null
}

/**
 * Gives a reviewer the next submission, or returns the claim they already have, so that they cannot
 * pick among the answers. 409 practice-first, 429 released-too-often, 429 enough-reviews.
 */
export async function claimNext(
  call: Call,
  { challengeId }: InferOutput<typeof ClaimNextInput>,
): Promise<{ answer: ClaimAnswer; isNew: boolean }> {
  const reviewer = reviewerOf(call)
  const found = await findOffers(call, reviewer, challengeId)
  const { liveClaimId } = found
  if (liveClaimId) return had(liveClaimId)

  const waitUntil = pause(call, reviewer, found.standing)
  if (waitUntil) return nothing(waitUntil)
  if (found.offers.length === 0) return nothing(lookAgainAt(call.now))
  refuseUnpractised(found)

  try {
    return { answer: await take(call, reviewer, found), isNew: true }
  } catch (error) {
    if (!(error instanceof Problem) || error.kind.type !== submissionTaken().kind.type) throw error
    // Lost a race: somebody else took the last one, or this reviewer claimed in another window.
    const again = await findOffers(call, reviewer, challengeId)
    return again.liveClaimId ? had(again.liveClaimId) : nothing(lookAgainAt(call.now))
  }
}

async function take(call: Call, reviewer: Reviewer, found: FoundOffers) {
  const { challengeId = '', offers } = found
  const claimId = newId()
  const answer: ClaimAnswer = { claim: { id: claimId }, lookAgainAt: null }
  const preferred = inOrder(offers).map(({ submissionId }) => submissionId)
  const items = await drawItem(call, reviewer, found)
  return openClaim(call, { claimId, reviewer, challengeId, preferred, items }, answer)
}

/** Whether a hidden item takes the place of the next submission. */
async function drawItem(
  call: Call,
  { id: reviewerId }: Reviewer,
  { challengeId = '', drawing }: FoundOffers,
): Promise<NonNullable<Wanted['items']>> {
  if (!drawing) return 'none'
  if (drawing.setAside) return 'only'
  const [lot = 1] = await lotsOf(call, { reviewerId, challengeId }, drawing.offers, 1)
  return isItem(drawing, lot) ? 'first' : 'none'
}

/**
 * Until when a peer has to wait after their last review. Throws enough-reviews or
 * released-too-often if the reviewer has reached one of those limits.
 */
function pause(call: Call, { role }: Reviewer, standing: Standing): Date | undefined {
  const found = pauseOf(standing, role, call.now)
  if (!found) return undefined
  if (found.why === 'enough') throw enoughReviews()
  if (found.why === 'pace') return found.until
  const seconds = Math.ceil((found.until.getTime() - call.now.getTime()) / 1000)
  const retryAfter = { 'retry-after': String(seconds) }
  throw releasedTooOften(undefined, { until: found.until.toISOString() }, retryAfter)
}

function refuseUnpractised({ challengeId, practised }: FoundOffers): void {
  if (practised < practiceNeeded) throw practiceFirst(undefined, { challengeId })
}

const had = (id: string) => ({ answer: { claim: { id }, lookAgainAt: null }, isNew: false })
const nothing = (at: Date) => ({
  answer: { claim: null, lookAgainAt: at.toISOString() },
  isNew: false,
})
