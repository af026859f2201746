import { route } from '../accounts/door/door.ts'
import type { Call } from '../foundation/call/call.ts'
import { todayIn } from '../foundation/reader/today.ts'
import { PageQuery } from '../foundation/text/page.ts'
import { body, query } from '../http/body.ts'
import { createApp } from '../http/factory.ts'
import { beginClaim } from './prior-learning/begin-claim.ts'
import {
  BeginClaimInput,
  DescribeClaimInput,
  HandInClaimInput,
  SavePartInput,
} from './prior-learning/claim-input.ts'
import { claimView } from './prior-learning/claim-view.ts'
import { describeClaim } from './prior-learning/describe-claim.ts'
import { discardClaim } from './prior-learning/discard-claim.ts'
import { findOwnClaim } from './prior-learning/find-own-claim.ts'
import { findOwnClaims } from './prior-learning/find-own-claims.ts'
import { findOwnPart } from './prior-learning/find-own-part.ts'
import { findPastWork } from './prior-learning/find-past-work.ts'
import { handInClaim } from './prior-learning/hand-in-claim.ts'
import { savePart } from './prior-learning/save-part.ts'
import { withdrawClaim } from './prior-learning/withdraw-claim.ts'

// No membership is asked for: who has left a programme keeps what is theirs. To begin one and to
// hand it in, the acts ask for one.
const who = 'account' as const

const today = ({ now, reader }: Call) => todayIn(now, reader.zone)

/** Claims of prior learning: a draft until it is handed in, and again after it is withdrawn. */
export const priorLearningClaimRoutes = createApp()
  .get('/', route({ who }), query(PageQuery), async (c) =>
    c.json(await findOwnClaims(c.var.call, c.req.valid('query'))),
  )
  .post('/', route({ who, perDay: 20 }), body(BeginClaimInput), async (c) =>
    c.json(await beginClaim(c.var.call, c.req.valid('json')), 201),
  )
  .get('/:claimId', route({ who, load: findOwnClaim }), (c) =>
    c.json(claimView(c.var.resource, today(c.var.call))),
  )
  .put(
    '/:claimId',
    route({ who, load: findOwnClaim, perDay: 3_000 }),
    body(DescribeClaimInput),
    async (c) => c.json(await describeClaim(c.var.call, c.var.resource, c.req.valid('json'))),
  )
  .delete('/:claimId', route({ who, load: findOwnClaim }), async (c) => {
    await discardClaim(c.var.call, c.var.resource)
    return c.body(null, 204)
  })
  .get('/:claimId/parts/:competency', route({ who, load: findOwnPart }), (c) => {
    const { competency, text, version, savedAt } = c.var.resource
    return c.json({ competency, text, version, savedAt })
  })
  .put(
    '/:claimId/parts/:competency',
    route({ who, load: findOwnPart, perDay: 3_000 }),
    body(SavePartInput),
    async (c) => c.json(await savePart(c.var.call, c.var.resource, c.req.valid('json'))),
  )
  .post(
    '/:claimId/submission',
    route({ who, load: findOwnClaim, perDay: 20 }),
    body(HandInClaimInput),
    async (c) => c.json(await handInClaim(c.var.call, c.var.resource, c.req.valid('json')), 201),
  )
  .delete('/:claimId/submission', route({ who, load: findOwnClaim }), async (c) => {
    await withdrawClaim(c.var.call, c.var.resource)
    return c.body(null, 204)
  })

/** What a mentor sees beside an account of past work that they judge. */
export const pastWorkRoutes = createApp().get(
  '/:claimId/past-work',
  route({ who: ['mentor'], load: findPastWork }),
  (c) => c.json(c.var.resource),
)
