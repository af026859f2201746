import { eq } from 'drizzle-orm'

import { submissions } from '../../../worker/attempts/tables.ts'
import { accountOwner } from '../../../worker/foundation/crypto/owner.ts'
import { rowOf, seal } from '../../../worker/foundation/crypto/seal.ts'
import { ratings, reviews } from '../../../worker/reviews/tables.ts'
import { decisions } from '../../../worker/scoring/tables.ts'
import { aDecision } from '../awards.ts'
import { db } from '../builders.ts'
import { sealingCall } from '../sealing.ts'
import type { World } from './world.ts'

const criterion = 'agree-the-work'

/** An attempt of the student that is decided, with the rated review of a mentor. */
export function judgedByMentor({ once, people }: World): Promise<string> {
  return once('judged by a mentor', async () => {
    const { student } = people
    const decisionId = await aDecision(student)
    const judged = await db
      .select({ attemptId: submissions.attemptId, reviewId: reviews.id })
      .from(decisions)
      .innerJoin(submissions, eq(submissions.id, decisions.submissionId))
      .innerJoin(reviews, eq(reviews.submissionId, submissions.id))
      .where(eq(decisions.id, decisionId))
    const owner = accountOwner(student.id)
    for (const { reviewId } of judged) {
      const row = rowOf(reviewId, criterion)
      const reason = await seal(sealingCall(), ratings.reason, row, owner, 'All three said yes.')
      await db.insert(ratings).values({ reviewId, criterion, level: 3, indicators: '[]', reason })
    }
    return judged[0]?.attemptId ?? ''
  })
}
