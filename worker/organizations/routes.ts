import { route } from '../accounts/door/door.ts'
import { body, query } from '../http/body.ts'
import { createApp } from '../http/factory.ts'
import { actingOf } from '../accounts/session/acting.ts'
import { acceptInvitation } from './invitation/accept-invitation.ts'
import { ApplyAsEmployerInput } from './employer/apply-as-employer-input.ts'
import { applyAsEmployer } from './employer/apply-as-employer.ts'
import { findAuditTrail } from './trail/find-audit-trail.ts'
import { AuditTrailQuery } from './trail/trail-day.ts'
import {
  findInvitation,
  findInvitationToAccept,
  findOwnAcceptance,
} from './invitation/find-invitations.ts'
import { isInvited } from './invitation/is-invited.ts'
import {
  findOpenProgramme,
  findOrganizationPage,
  findOwnOrganization,
} from './organization/find-organization.ts'
import { JoinProgrammeInput } from './people/join-programme-input.ts'
import { joinProgramme } from './people/join-programme.ts'
import { OpenProgrammeInput } from './organization/open-programme-input.ts'
import { openProgramme } from './organization/open-programme.ts'
import { RecoverAdminInput } from './organization/recover-admin-input.ts'
import { recoverAdmin } from './organization/recover-admin.ts'
import { SaveOrganizationInput } from './profile/save-organization-input.ts'
import { saveOrganization } from './profile/save-organization.ts'
import { TakeUpFirstAdminInput } from './organization/take-up-first-admin-input.ts'
import { takeUpFirstAdmin } from './organization/take-up-first-admin.ts'

const admin = { who: ['admin'] } as const

export const firstAdminRoutes = createApp()
  .post('/', route({ who: 'account' }), body(TakeUpFirstAdminInput), async (c) =>
    c.json(await takeUpFirstAdmin(c.var.call, c.req.valid('json')), 201),
  )
  .post('/recovery', route({ who: 'account' }), body(RecoverAdminInput), async (c) =>
    c.json(await recoverAdmin(c.var.call, c.req.valid('json')), 201),
  )

/**
 * Invitations by their link. Anybody with the link can read one; only the invited person can accept
 * it.
 */
export const invitationLinkRoutes = createApp()
  .get(
    '/:token',
    route({ who: 'anyone', load: (call, { token = '' }) => findInvitation(call, token) }),
    (c) => {
      const { invitation, organization } = c.var.resource
      const { name, kind } = organization
      return c.json({
        organizationName: name,
        kind,
        role: invitation.role,
        expiresAt: invitation.expiresAt,
      })
    },
  )
  .get(
    '/:token/recipient',
    route({ who: 'account', load: (call, { token = '' }) => findInvitationToAccept(call, token) }),
    async (c) => {
      const { invitation, account } = c.var.resource
      return c.json({ yours: await isInvited(c.var.call, account, invitation) })
    },
  )
  .get(
    '/:token/acceptance',
    route({ who: 'account', load: (call, { token = '' }) => findOwnAcceptance(call, token) }),
    (c) => c.json(c.var.resource),
  )
  .post(
    '/:token/acceptance',
    route({ who: 'account', load: (call, { token = '' }) => findInvitationToAccept(call, token) }),
    async (c) => c.json(await acceptInvitation(c.var.call, c.var.resource), 201),
  )

export const programmeMembershipRoutes = createApp()
  .get('/open-programme', route({ who: 'anyone' }), async (c) => {
    return c.json({ programme: (await findOpenProgramme(c.var.call)) ?? null })
  })
  .post('/', route({ who: 'account', perDay: 20 }), body(JoinProgrammeInput), async (c) => {
    return c.json(await joinProgramme(c.var.call, c.req.valid('json')), 201)
  })

export const organizationRoutes = createApp()
  .get('/', route({ who: ['admin', 'recruiter'], load: findOrganizationPage }), (c) => {
    return c.json(c.var.resource)
  })
  .post('/', route({ who: 'account', perDay: 3 }), body(ApplyAsEmployerInput), async (c) => {
    return c.json(await applyAsEmployer(c.var.call, c.req.valid('json')), 201)
  })
  .put(
    '/',
    route({ ...admin, load: findOwnOrganization }),
    body(SaveOrganizationInput),
    async (c) => {
      return c.json(await saveOrganization(c.var.call, c.var.resource, c.req.valid('json')))
    },
  )

export const openProgrammeRoutes = createApp().post(
  '/',
  route({ ...admin, operator: true, fresh: true }),
  body(OpenProgrammeInput),
  async (c) => c.json(await openProgramme(c.var.call, c.req.valid('json').name), 201),
)

export const auditRoutes = createApp().get('/', route(admin), query(AuditTrailQuery), async (c) => {
  const { call } = c.var
  return c.json(await findAuditTrail(call, actingOf(call), c.req.valid('query')))
})
