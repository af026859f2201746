import { route } from './lib/router/route.ts'

/** The pages of admins, of a programme, an employer or the operator. */
export const adminRoutes = [
  route('/home', ['admin'], () => import('./admin/home/Home.svelte'), {
    first: [
      '/api/members',
      '/api/cohorts',
      '/api/invitations',
      '/api/insights/late',
      '/api/insights/funnel',
      '/api/mail-state',
    ],
  }),
  route('/cohorts', ['programme-admin'], () => import('./admin/cohort/Cohorts.svelte'), {
    first: ['/api/cohorts', '/api/insights/late', '/api/insights/worried'],
  }),
  route('/cohorts/:cohortId', ['programme-admin'], () => import('./admin/cohort/Cohort.svelte'), {
    first: ['/api/cohorts', '/api/members'],
  }),
  route('/people', ['admin'], () => import('./admin/people/People.svelte'), {
    first: ['/api/members', '/api/cohorts', '/api/invitations', '/api/organization'],
    layout: 'wide',
  }),
  route('/approvals', ['operator-admin'], () => import('./admin/approval/Approvals.svelte'), {
    first: ['/api/approvals'],
  }),
  route('/operations', ['operator-admin'], () => import('./admin/operation/Operations.svelte'), {
    first: ['/api/insights/operation', '/api/dead-notes'],
  }),
  route('/audit-trail', ['admin'], () => import('./admin/trail/AuditTrail.svelte'), {
    layout: 'wide',
  }),
]
