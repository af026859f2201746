import { sql } from 'drizzle-orm'
import * as v from 'valibot'

import { newId } from '../../foundation/call/id.ts'
import { reviewerOf } from '../../reviews/standing/reviewer.ts'
import { openClaim } from '../../reviews/claim/open-claim.ts'
import type { Stage } from './stage.ts'
import type { DemoReview } from './texts.ts'
import type { Scene } from './scene.ts'

const minutesToRead = 11
const Practice = v.object({
  mustForgo: v.boolean(),
  needed: v.number(),
  next: v.nullable(v.object({ itemId: v.string() })),
})

export function reviewScene(stage: Stage, review: DemoReview): Scene {
  const { author, challenge, reviewer, daysAgo, ratings, worked, tryNext } = review
  return {
    daysAgo,
    what: `${reviewer} reviews ${author} in ${challenge}`,
    play: async () => {
      await practise(stage, review)
      const claimId = await claim(stage, review)
      stage.wait(minutesToRead)
      await (
        await stage.as(reviewer)
      ).post(`/api/claims/${claimId}/review`, {
        ratings: Object.entries(ratings).map(([criterion, rating]) => ({ criterion, ...rating })),
        worked,
        tryNext,
      })
    },
  }
}

/** Judges the practice answers that are needed before the first review in a challenge. */
async function practise(stage: Stage, { reviewer, challenge, ratings }: DemoReview) {
  const browser = await stage.as(reviewer)
  const path = `/api/practice-items?challengeId=${challenge}`
  for (let level = 2; ; level++) {
    const { mustForgo, needed, next } = await browser.ask(Practice, 'GET', path)
    if (mustForgo) {
      await browser.post('/api/forgone-challenges', { challengeId: challenge })
      continue
    }
    if (needed === 0 || !next) return
    const levels = Object.fromEntries(Object.keys(ratings).map((criterion) => [criterion, level]))
    stage.wait(4)
    await browser.post('/api/practice-items', {
      challengeId: challenge,
      itemId: next.itemId,
      levels,
    })
  }
}

/**
 * Claims the submission that the demo's texts are about. The route lets the queue choose, so this
 * calls the act directly. Its rules still apply: if the reviewer may not review this submission,
 * they get another one, and that is an error.
 */
async function claim(stage: Stage, { author, challenge, reviewer }: DemoReview): Promise<string> {
  const call = stage.callOf(reviewer)
  const attemptId = stage.attemptIds.get(`${author} ${challenge}`) ?? ''
  const [submission] = await call.db.all<{ id: string }>(
    sql`SELECT id FROM submissions WHERE attempt_id = ${attemptId}`,
  )
  const wanted = submission?.id ?? ''
  const claimId = newId()
  const offer = { claimId, reviewer: reviewerOf(call), challengeId: challenge, preferred: [wanted] }
  await openClaim(call, offer, null)
  const [given] = await call.db.all<{ submission_id: string }>(
    sql`SELECT submission_id FROM claims WHERE id = ${claimId}`,
  )
  if (given?.submission_id !== wanted) throw new Error(`${reviewer} may not review ${author} now.`)
  return claimId
}
