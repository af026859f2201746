import { route } from '../accounts/door/door.ts'
import { actingOf } from '../accounts/session/acting.ts'
import { body } from '../http/body.ts'
import { createApp } from '../http/factory.ts'
import { AnswerSharingInput } from './sharing/answer-sharing-input.ts'
import { answerSharing } from './sharing/answer-sharing.ts'
import { AskSharingInput } from './sharing/ask-sharing-input.ts'
import { askSharing } from './sharing/ask-sharing.ts'
import { endSharing } from './sharing/end-sharing.ts'
import { findOwnQuestion, findOwnSharing, findSharingPage } from './sharing/find-sharing.ts'

const admin = { who: ['admin'] } as const

/** Two programmes share their reviewers if an admin of each agrees. */
export const reviewerSharingRoutes = createApp()
  .get('/', route(admin), async (c) =>
    c.json(await findSharingPage(c.var.call, actingOf(c.var.call))),
  )
  .post('/', route({ ...admin, fresh: true, perDay: 10 }), body(AskSharingInput), async (c) => {
    const { call } = c.var
    return c.json(await askSharing(call, actingOf(call), c.req.valid('json')), 201)
  })
  .post(
    '/:sharingId/answer',
    route({
      ...admin,
      fresh: true,
      load: (call, { sharingId = '' }) => findOwnQuestion(call, sharingId),
    }),
    body(AnswerSharingInput),
    async (c) => c.json(await answerSharing(c.var.call, c.var.resource, c.req.valid('json')), 201),
  )
  .delete(
    '/:sharingId',
    route({ ...admin, load: (call, { sharingId = '' }) => findOwnSharing(call, sharingId) }),
    async (c) => {
      await endSharing(c.var.call, actingOf(c.var.call), c.var.resource)
      return c.body(null, 204)
    },
  )
