import { route } from '../accounts/door/door.ts'
import { body, query } from '../http/body.ts'
import { PageQuery } from '../foundation/text/page.ts'
import { createApp } from '../http/factory.ts'
import { AnswerPracticeInput, PracticeQuery } from './practice/answer-practice-input.ts'
import { answerPractice } from './practice/answer-practice.ts'
import { ClaimNextInput } from './claim/claim-next-input.ts'
import { claimNext } from './claim/claim-next.ts'
import { findClaimToReview } from './review/find-claim-to-review.ts'
import { findOwnClaim } from './claim/find-claim.ts'
import { findDesk } from './review/find-desk.ts'
import { findOwnReviews } from './review/find-own-reviews.ts'
import { findPracticePage } from './practice/find-practice.ts'
import { findReviewWork } from './review/find-review-work.ts'
import { findWorkElsewhere } from './review/find-work-elsewhere.ts'
import { handInReview } from './review/hand-in-review.ts'
import { LockLevelsInput } from './review/lock-levels-input.ts'
import { lockLevels } from './review/lock-levels.ts'
import { ReleaseClaimQuery } from './standing/release-claim-input.ts'
import { releaseClaim } from './claim/release-claim.ts'
import { ReviewDraftInput, ReviewInput } from './review/review-input.ts'
import { saveReviewDraft } from './review/save-review-draft.ts'
import { undoReview } from './review/undo-review.ts'

const reviewers = ['student', 'mentor'] as const

/** How much work waits for the caller, and how much they owe. */
export const reviewWorkRoutes = createApp()
  .get('/', route({ who: reviewers }), async (c) => c.json(await findReviewWork(c.var.call)))
  .get('/elsewhere', route({ who: reviewers }), async (c) =>
    c.json(await findWorkElsewhere(c.var.call)),
  )

/** What the caller has judged so far. */
export const ownReviewRoutes = createApp().get(
  '/',
  route({ who: reviewers }),
  query(PageQuery),
  async (c) => c.json(await findOwnReviews(c.var.call, c.req.valid('query'))),
)

/** A claim gives one reviewer the right to judge a submission for a time (the lease). */
export const claimRoutes = createApp()
  .post('/', route({ who: reviewers, perDay: 200 }), body(ClaimNextInput), async (c) => {
    const { answer, isNew } = await claimNext(c.var.call, c.req.valid('json'))
    return c.json(answer, isNew ? 201 : 200)
  })

  .get('/:claimId', route({ who: reviewers, load: findDesk }), (c) => c.json(c.var.resource))

  .delete(
    '/:claimId',
    route({ who: reviewers, load: findOwnClaim }),
    query(ReleaseClaimQuery),
    async (c) => {
      await releaseClaim(c.var.call, c.var.resource, c.req.valid('query'))
      return c.body(null, 204)
    },
  )

  .put(
    '/:claimId/draft',
    route({ who: reviewers, load: findOwnClaim, perDay: 3_000 }),
    body(ReviewDraftInput),
    async (c) => c.json(await saveReviewDraft(c.var.call, c.var.resource, c.req.valid('json'))),
  )

  .post(
    '/:claimId/levels',
    route({ who: reviewers, load: findClaimToReview, perDay: 200 }),
    body(LockLevelsInput),
    async (c) => c.json(await lockLevels(c.var.call, c.var.resource, c.req.valid('json')), 201),
  )

  .post(
    '/:claimId/review',
    route({ who: reviewers, load: findClaimToReview, perDay: 60 }),
    body(ReviewInput),
    async (c) => c.json(await handInReview(c.var.call, c.var.resource, c.req.valid('json')), 201),
  )

  .delete('/:claimId/review', route({ who: reviewers, load: findOwnClaim }), async (c) => {
    await undoReview(c.var.call, c.var.resource)
    return c.body(null, 204)
  })

/** Before the first review in a challenge, a reviewer judges two prepared answers for practice. */
export const practiceItemRoutes = createApp()
  .get('/', route({ who: reviewers }), query(PracticeQuery), async (c) =>
    c.json(await findPracticePage(c.var.call, c.req.valid('query').challengeId)),
  )

  .post('/', route({ who: reviewers, perDay: 60 }), body(AnswerPracticeInput), async (c) =>
    c.json(await answerPractice(c.var.call, c.req.valid('json')), 201),
  )
