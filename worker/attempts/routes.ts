import { route } from '../accounts/door/door.ts'
import type { Call } from '../foundation/call/call.ts'
import { PageQuery } from '../foundation/text/page.ts'
import { body, query } from '../http/body.ts'
import { createApp } from '../http/factory.ts'
import { markRead } from '../notifications/mark-read.ts'
import { attemptView } from './attempt-view.ts'
import { findAttempts } from './attempt/find-attempts.ts'
import { findDraft } from './draft/find-draft.ts'
import { findDraftWithEarlierTexts } from './draft/find-earlier-texts.ts'
import { findOwnResult } from './attempt/find-own-result.ts'
import { findOwnAttempt } from './attempt/find-own-attempt.ts'
import { findReviewersCopy } from './submission/find-reviewers-copy.ts'
import { ForgoChallengeInput } from './attempt/forgo-challenge-input.ts'
import { forgoChallenge } from './attempt/forgo-challenge.ts'
import { KeepEarlierTextInput } from './draft/keep-earlier-text-input.ts'
import { keepEarlierText } from './draft/keep-earlier-text.ts'
import { CommentPlanInput } from './plan/comment-plan-input.ts'
import { commentPlan } from './plan/comment-plan.ts'
import { findCoachedPlan, findCoachedPlans } from './plan/find-coached-plans.ts'
import { findPlan, planView } from './plan/find-plan.ts'
import { SavePlanInput } from './plan/save-plan-input.ts'
import { savePlan } from './plan/save-plan.ts'
import { openRound } from './round/open-round.ts'
import { SaveDraftInput } from './draft/save-draft-input.ts'
import { saveDraft } from './draft/save-draft.ts'
import { StartAttemptInput } from './attempt/start-attempt-input.ts'
import { startAttempt } from './attempt/start-attempt.ts'
import { SubmitAttemptInput } from './submission/submit-attempt-input.ts'
import { submitAttempt } from './submission/submit-attempt.ts'
import { TakeTurnInput } from './turn/take-turn-input.ts'
import { takeTurn } from './turn/take-turn.ts'

type Param = Record<string, string>

const who = ['student'] as const
// Authors can read their texts even after the membership has ended.
const own = 'account' as const
const ownAttempt = (call: Call, { attemptId = '' }: Param) => findOwnAttempt(call, attemptId)
const ownResult = (call: Call, { attemptId = '' }: Param) => findOwnResult(call, attemptId)
const ownDraft = (call: Call, { attemptId = '', promptId = '' }: Param) =>
  findDraft(call, attemptId, promptId)
const ownEarlierTexts = (call: Call, { attemptId = '', promptId = '' }: Param) =>
  findDraftWithEarlierTexts(call, attemptId, promptId)

const ownReviewersCopy = (call: Call, { attemptId = '' }: Param) =>
  findReviewersCopy(call, attemptId)

/**
 * An attempt is one student's try at one challenge. It is played turn by turn and submitted once
 * per round. A later round has a plan, and changes the answers only.
 */
export const attemptRoutes = createApp()
  .get('/', route({ who: own }), query(PageQuery), async (c) => {
    return c.json(await findAttempts(c.var.call, c.req.valid('query')))
  })
  .post('/', route({ who, perDay: 20 }), body(StartAttemptInput), async (c) => {
    return c.json(await startAttempt(c.var.call, c.req.valid('json')), 201)
  })
  .get('/:attemptId', route({ who: own, load: ownAttempt }), (c) =>
    c.json(attemptView(c.var.resource)),
  )
  .post('/:attemptId/turns', route({ who, load: ownAttempt }), body(TakeTurnInput), async (c) => {
    const { reply, isNew } = await takeTurn(c.var.call, c.var.resource, c.req.valid('json'))
    return c.json(reply, isNew ? 201 : 200)
  })
  .put('/:attemptId/read-mark', route({ who: own, load: ownResult, perDay: 500 }), async (c) =>
    c.json(await markRead(c.var.call, c.var.resource)),
  )
  .get('/:attemptId/reviewers-copy', route({ who, load: ownReviewersCopy }), (c) =>
    c.json({ answers: c.var.resource }),
  )
  .get('/:attemptId/drafts/:promptId', route({ who: own, load: ownDraft }), (c) => {
    const { promptId, text, version, savedAt } = c.var.resource
    return c.json({ promptId, text, version, savedAt })
  })
  .put(
    '/:attemptId/drafts/:promptId',
    route({ who, load: ownDraft, perDay: 3_000 }),
    body(SaveDraftInput),
    async (c) => c.json(await saveDraft(c.var.call, c.var.resource, c.req.valid('json'))),
  )
  .get('/:attemptId/drafts/:promptId/earlier-texts', route({ who, load: ownEarlierTexts }), (c) =>
    c.json({ texts: c.var.resource.texts }),
  )
  .post(
    '/:attemptId/drafts/:promptId/earlier-texts',
    route({ who, load: ownEarlierTexts, perDay: 200 }),
    body(KeepEarlierTextInput),
    async (c) =>
      c.json(await keepEarlierText(c.var.call, c.var.resource, c.req.valid('json')), 201),
  )
  .post(
    '/:attemptId/submission',
    route({ who, load: ownAttempt, perDay: 20 }),
    body(SubmitAttemptInput),
    async (c) => c.json(await submitAttempt(c.var.call, c.var.resource, c.req.valid('json')), 201),
  )
  .post('/:attemptId/rounds', route({ who, load: ownAttempt, perDay: 20 }), async (c) =>
    c.json(await openRound(c.var.call, c.var.resource), 201),
  )
  .get('/:attemptId/plan', route({ who: own, load: findPlan }), (c) =>
    c.json(planView(c.var.resource)),
  )
  .put(
    '/:attemptId/plan',
    route({ who, load: findPlan, perDay: 3_000 }),
    body(SavePlanInput),
    async (c) => c.json(await savePlan(c.var.call, c.var.resource, c.req.valid('json'))),
  )

/** The plans of the students whom a mentor coaches. */
export const coachedPlanRoutes = createApp()
  .get('/', route({ who: ['mentor'] }), query(PageQuery), async (c) =>
    c.json(await findCoachedPlans(c.var.call, c.req.valid('query'))),
  )
  .put(
    '/:planId/comment',
    route({ who: ['mentor'], load: findCoachedPlan, perDay: 200 }),
    body(CommentPlanInput),
    async (c) => c.json(await commentPlan(c.var.call, c.var.resource, c.req.valid('json'))),
  )

/**
 * Mentors who have not submitted a challenge must give up taking it before they review it, because
 * they read its key.
 */
export const forgoneChallengeRoutes = createApp().post(
  '/',
  route({ who: ['mentor'], perDay: 100 }),
  body(ForgoChallengeInput),
  async (c) => c.json(await forgoChallenge(c.var.call, c.req.valid('json')), 201),
)
