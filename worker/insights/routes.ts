import * as v from 'valibot'

import { actingOf } from '../accounts/session/acting.ts'
import { route } from '../accounts/door/door.ts'
import { PageQuery } from '../foundation/text/page.ts'
import { uuid } from '../foundation/text/input.ts'
import { query } from '../http/body.ts'
import { createApp } from '../http/factory.ts'
import { findCoached } from './find-coached.ts'
import { findFunnel } from './find-funnel.ts'
import { findLate } from './find-late.ts'
import { findLastTick } from './operation/find-last-tick.ts'
import { findOperation } from './operation/find-operation.ts'
import { findWorried, findWorriedAuthor } from './find-worried.ts'
import { showWorriedAuthor } from './show-worried-author.ts'

const operator = { who: ['admin'], operator: true } as const
const FunnelQuery = v.strictObject({ cohortId: v.optional(uuid) })

/**
 * Figures and lists for the admins of a programme, the list of students whom a mentor coaches, and
 * how the instance runs, for the operator.
 */
export const insightRoutes = createApp()
  .get('/funnel', route({ who: ['admin'] }), query(FunnelQuery), async (c) => {
    const { call } = c.var
    return c.json(await findFunnel(call, actingOf(call), c.req.valid('query').cohortId ?? null))
  })
  .get('/late', route({ who: ['admin'] }), async (c) => {
    return c.json(await findLate(c.var.call, actingOf(c.var.call)))
  })
  .get('/worried', route({ who: ['admin'] }), async (c) => {
    return c.json(await findWorried(c.var.call, actingOf(c.var.call)))
  })
  // Shows one author's name on request. It is a POST, so that it is in the audit trail.
  .post(
    '/worried/:submissionId/author',
    route({
      who: ['admin'],
      fresh: true,
      perDay: 20,
      load: (call, { submissionId = '' }) => findWorriedAuthor(call, actingOf(call), submissionId),
    }),
    async (c) => c.json(await showWorriedAuthor(c.var.call, c.var.resource)),
  )
  .get('/cohort', route({ who: ['mentor'] }), query(PageQuery), async (c) => {
    return c.json(await findCoached(c.var.call, actingOf(c.var.call), c.req.valid('query')))
  })
  .get('/operation', route(operator), async (c) => c.json(await findOperation(c.var.call)))
  .get('/last-tick', route(operator), async (c) => {
    const { call } = c.var
    return c.json(await findLastTick(call, actingOf(call)))
  })
