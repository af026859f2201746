import { route } from '../accounts/door/door.ts'
import type { Call } from '../foundation/call/call.ts'
import { PageQuery } from '../foundation/text/page.ts'
import { body, query } from '../http/body.ts'
import { createApp } from '../http/factory.ts'
import { AnswerInput } from './edition/answer-input.ts'
import { answerRequest } from './answer/answer-request.ts'
import { createRequest } from './request/create-request.ts'
import { dropDraft } from './request/drop-draft.ts'
import { CreateRequestInput, SendRequestInput } from './edition/edition-input.ts'
import { findOwnCalendarFile } from './calendar/find-calendar-file.ts'
import { MarkReadInput } from './request/mark-read-input.ts'
import { markRead } from '../notifications/mark-read.ts'
import { findEmployerPage, listEmployerRequests } from './request/find-employer-requests.ts'
import { findIdentity, identityView } from './identity/find-identity.ts'
import { interviewRoutes } from './interview-routes.ts'
import { asksForEmployer, findEmployerRequest, findOwnRequest } from './request/find-request.ts'
import { findStudentPage, listStudentRequests } from './request/find-student-requests.ts'
import { sendRequest } from './request/send-request.ts'
import { undoDelivery } from './request/undo-delivery.ts'
import { withdrawRequest } from './request/withdraw-request.ts'

// A recruiter gets the employer's requests. Anybody else gets those they were sent, even after
// their membership ends.
const both = { who: 'account' } as const

type Param = Record<string, string>
const calendar = (call: Call, { requestId = '' }: Param) => findOwnCalendarFile(call, requestId)
const ofEmployer = (call: Call, { requestId = '' }: Param) => findEmployerRequest(call, requestId)
const ofStudent = (call: Call, { requestId = '' }: Param) => findOwnRequest(call, requestId)
const recruiter = { who: ['recruiter'], load: ofEmployer } as const

/** An employer's request, from the first draft to the end of the interview. */
export const interviewRequestRoutes = createApp()
  .get('/', route(both), query(PageQuery), async (c) => {
    const { call } = c.var
    const page = c.req.valid('query')
    return asksForEmployer(call)
      ? c.json({ side: 'employer' as const, ...(await listEmployerRequests(call, page)) })
      : c.json({ side: 'student' as const, ...(await listStudentRequests(call, page)) })
  })

  .post('/', route({ who: ['recruiter'], perDay: 100 }), body(CreateRequestInput), async (c) => {
    return c.json(await createRequest(c.var.call, c.req.valid('json')), 201)
  })

  .get('/:requestId', route({ ...both, load: seen }), (c) => c.json(c.var.resource))

  .delete('/:requestId', route(recruiter), async (c) => {
    await dropDraft(c.var.call, c.var.resource)
    return c.body(null, 204)
  })

  .post('/:requestId/delivery', route(recruiter), body(SendRequestInput), async (c) => {
    return c.json(await sendRequest(c.var.call, c.var.resource, c.req.valid('json')), 201)
  })

  .delete('/:requestId/delivery', route(recruiter), async (c) => {
    await undoDelivery(c.var.call, c.var.resource)
    return c.body(null, 204)
  })

  .put(
    '/:requestId/read-mark',
    route({ ...recruiter, perDay: 500 }),
    body(MarkReadInput),
    async (c) => {
      const { id, version } = c.var.resource
      const read = Math.min(version, c.req.valid('json').version)
      return c.json(await markRead(c.var.call, { id, version: read }))
    },
  )

  .post('/:requestId/withdrawal', route(recruiter), async (c) => {
    return c.json(await withdrawRequest(c.var.call, c.var.resource), 201)
  })

  .post(
    '/:requestId/answers',
    route({ who: 'account', load: ofStudent }),
    body(AnswerInput),
    async (c) => {
      return c.json(await answerRequest(c.var.call, c.var.resource, c.req.valid('json')), 201)
    },
  )

  .route('/', interviewRoutes)

  .get('/:requestId/calendar.ics', route({ ...both, load: calendar, download: true }), (c) => {
    return c.body(c.var.resource, 200, {
      'content-type': 'text/calendar; charset=utf-8; method=REQUEST',
      'content-disposition': 'attachment; filename="interview.ics"',
    })
  })

/** The identity of a student for the employer they accepted, while the consent is live. */
export const identityRoutes = createApp().get(
  '/:disclosureId',
  route({
    who: ['recruiter'],
    load: (call, { disclosureId = '' }) => findIdentity(call, disclosureId),
  }),
  async (c) => c.json(await identityView(c.var.call, c.var.resource)),
)

/** The request as the caller's side sees it. */
async function seen(call: Call, { requestId = '' }: Param) {
  if (!asksForEmployer(call)) {
    const request = await findStudentPage(call, requestId)
    return request && { side: 'student' as const, request }
  }
  const request = await findEmployerPage(call, requestId)
  return request && { side: 'employer' as const, request }
}
