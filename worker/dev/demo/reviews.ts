import { sql } from 'drizzle-orm'

import { newId } from '../../foundation/call/id.ts'
import { reviewerOf } from '../../reviews/standing/reviewer.ts'
import { openClaim } from '../../reviews/claim/open-claim.ts'
import { practise } from './practice.ts'
import type { Stage } from './stage.ts'
import type { DemoItemText, DemoReview } from './work-texts.ts'
import type { Scene } from './scene.ts'

const minutesToRead = 11

export function reviewScene(stage: Stage, review: DemoReview): Scene {
  const { author, challenge, reviewer, round, daysAgo } = review
  return {
    daysAgo,
    what: `${reviewer} reviews ${author} in ${challenge}, round ${round}`,
    play: async () => {
      if (round === 1) await practise(stage, review)
      await handIn(stage, reviewer, await claim(stage, review), review)
    },
  }
}

/** Reads for a while, then hands the review in. */
export async function handIn(
  stage: Stage,
  reviewer: string,
  claimId: string,
  { ratings, worked, tryNext }: Pick<DemoItemText, 'ratings' | 'worked' | 'tryNext'>,
) {
  stage.wait(minutesToRead)
  const browser = await stage.as(reviewer)
  await browser.post(`/api/claims/${claimId}/review`, {
    ratings: Object.entries(ratings).map(([criterion, rating]) => ({ criterion, ...rating })),
    worked,
    tryNext,
  })
}

/**
 * Claims the submission that the demo's texts are about. The route lets the queue choose, so this
 * calls the act directly. Its rules still apply: if the reviewer may not review this submission,
 * they get another one, and that is an error.
 */
async function claim(stage: Stage, review: DemoReview): Promise<string> {
  const { author, challenge, reviewer, round } = review
  const call = stage.callOf(reviewer)
  const attemptId = stage.attemptIds.get(`${author} ${challenge}`) ?? ''
  const [submission] = await call.db.all<{ id: string }>(
    sql`SELECT id FROM submissions WHERE attempt_id = ${attemptId} AND round = ${round}`,
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
