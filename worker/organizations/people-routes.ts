import { route } from '../accounts/door/door.ts'
import type { Call } from '../foundation/call/call.ts'
import { PageQuery } from '../foundation/text/page.ts'
import { body, query } from '../http/body.ts'
import { createApp } from '../http/factory.ts'
import { actingOf } from '../accounts/session/acting.ts'
import { AssignCoachInput } from './cohort/assign-coach-input.ts'
import { assignCoach, endCoaching } from './cohort/assign-coach.ts'
import { endMembership, leaveMembership } from './people/end-membership.ts'
import { findOwnCoaching, listCoachings } from './cohort/find-coachings.ts'
import { findOwnCohort, listCohorts } from './cohort/find-cohorts.ts'
import { findOwnInvitation, listInvitations } from './invitation/find-invitations.ts'
import {
  findOwnMember,
  findOwnMembership,
  listMembers,
  MembersQuery,
} from './people/find-members.ts'
import { InvitePeopleInput } from './invitation/invite-people-input.ts'
import { invitePeople } from './invitation/invite-people.ts'
import { ChangeCohortMembersInput, MakeCohortInput } from './cohort/make-cohort-input.ts'
import { changeCohortMembers, makeCohort } from './cohort/make-cohort.ts'
import { withdrawInvitation } from './invitation/withdraw-invitation.ts'

const admin = { who: ['admin'] } as const

export const invitationRoutes = createApp()
  .get('/', route(admin), query(PageQuery), async (c) => {
    return c.json(await listInvitations(c.var.call, actingOf(c.var.call), c.req.valid('query')))
  })
  .post('/', route(admin), body(InvitePeopleInput), async (c) => {
    const { call } = c.var
    return c.json(await invitePeople(call, actingOf(call), c.req.valid('json')), 201)
  })
  .delete(
    '/:invitationId',
    route({
      ...admin,
      load: (call, { invitationId = '' }) => findOwnInvitation(call, invitationId),
    }),
    async (c) => {
      await withdrawInvitation(c.var.call, c.var.resource)
      return c.body(null, 204)
    },
  )

export const memberRoutes = createApp()
  .get('/', route(admin), query(MembersQuery), async (c) => {
    return c.json(await listMembers(c.var.call, actingOf(c.var.call), c.req.valid('query')))
  })
  .delete(
    '/:membershipId',
    route({
      ...admin,
      fresh: true,
      load: (call, { membershipId = '' }) => findOwnMember(call, membershipId),
    }),
    async (c) => {
      await endMembership(c.var.call, c.var.resource)
      return c.body(null, 204)
    },
  )

/** The caller's own memberships. Leaving needs no approval. */
export const membershipRoutes = createApp().delete(
  '/:membershipId',
  route({
    who: 'account',
    fresh: true,
    load: (call, { membershipId = '' }) => findOwnMembership(call, membershipId),
  }),
  async (c) => {
    const { call, resource, visitor } = c.var
    if (visitor) await leaveMembership(call, resource, visitor)
    return c.body(null, 204)
  },
)

const ownCohort = (call: Call, { cohortId = '' }: Record<string, string>) =>
  findOwnCohort(call, cohortId)

export const cohortRoutes = createApp()
  .get('/', route(admin), query(PageQuery), async (c) => {
    return c.json(await listCohorts(c.var.call, actingOf(c.var.call), c.req.valid('query')))
  })
  .post('/', route(admin), body(MakeCohortInput), async (c) => {
    const { call } = c.var
    return c.json(await makeCohort(call, actingOf(call), c.req.valid('json').name), 201)
  })
  .put(
    '/:cohortId/members',
    route({ ...admin, load: ownCohort }),
    body(ChangeCohortMembersInput),
    async (c) => {
      return c.json(await changeCohortMembers(c.var.call, c.var.resource, c.req.valid('json')))
    },
  )

export const coachingRoutes = createApp()
  .get('/', route(admin), query(PageQuery), async (c) => {
    return c.json(await listCoachings(c.var.call, actingOf(c.var.call), c.req.valid('query')))
  })
  .post('/', route(admin), body(AssignCoachInput), async (c) => {
    const { call } = c.var
    return c.json(await assignCoach(call, actingOf(call), c.req.valid('json')), 201)
  })
  .delete(
    '/:coachingId',
    route({ ...admin, load: (call, { coachingId = '' }) => findOwnCoaching(call, coachingId) }),
    async (c) => {
      await endCoaching(c.var.call, c.var.resource)
      return c.body(null, 204)
    },
  )
