import { accountRoutes, sessionRoutes, sessionsRoutes, signInRoutes } from './accounts/routes.ts'
import { apiMiddleware, assertDoors, pageMiddleware } from './accounts/door/middleware.ts'
import { refuseUnready } from './accounts/door/refuse-unready.ts'
import { erasureLinkRoutes } from './accounts/erasure-routes.ts'
import { attemptRoutes, coachedPlanRoutes, forgoneChallengeRoutes } from './attempts/routes.ts'
import { publicCredentialRoutes } from './credentials/public-routes.ts'
import { credentialRoutes } from './credentials/routes.ts'
import { respondNotFound, respondToError } from './http/errors.ts'
import { createApp } from './http/factory.ts'
import { openCall } from './http/open-call.ts'
import { erasureRoutes } from './insights/erasure-routes.ts'
import { exportRoutes } from './insights/export-routes.ts'
import { healthRoutes } from './insights/health-routes.ts'
import { insightRoutes } from './insights/routes.ts'
import { deadNoteRoutes } from './organizations/dead-note-routes.ts'
import {
  cohortRoutes,
  coachingRoutes,
  invitationRoutes,
  memberRoutes,
  membershipRoutes,
} from './organizations/people-routes.ts'
import { mailEventRoutes, mailStateRoutes, mailSuppressionRoutes } from './notifications/routes.ts'
import { mailRefusalRoutes } from './organizations/page-routes.ts'
import { admissionRoutes } from './organizations/admission-routes.ts'
import {
  auditRoutes,
  firstAdminRoutes,
  invitationLinkRoutes,
  openProgrammeRoutes,
  organizationRoutes,
  programmeMembershipRoutes,
} from './organizations/routes.ts'
import {
  claimRoutes,
  ownReviewRoutes,
  practiceItemRoutes,
  reviewWorkRoutes,
} from './reviews/routes.ts'
import { militaryCodeRoutes } from './pathways/military-code-routes.ts'
import { pathwayPageRoutes } from './pathways/page-routes.ts'
import { reviewerSharingRoutes } from './reviews/sharing-routes.ts'
import { challengePageRoutes } from './scenarios/page-routes.ts'
import { challengeRoutes } from './scenarios/routes.ts'
import { agreedItemRoutes, itemAgreementRoutes } from './scoring/item-routes.ts'
import { resultRoutes, reviewFigureRoutes } from './scoring/routes.ts'
import { blockRoutes, consentRoutes, disclosureRoutes, visibilityRoutes } from './talent/routes.ts'
import { approvalRoutes, cardRoutes, openingRoutes, searchRoutes } from './talent/hiring-routes.ts'
import { identityRoutes, interviewRequestRoutes } from './interviews/routes.ts'
import { respondWithShell } from './pages/app-shell.ts'
import { respondWithAsset } from './pages/assets.ts'
import { privacyRoutes } from './pages/privacy/routes.ts'
import { pageRoutes } from './pages/routes.ts'

export const app = createApp()
app.onError(respondToError)
app.notFound(respondNotFound)
app.use(openCall)
// Before the gate, which says nothing to anybody: a monitor learns why it is closed.
app.use('/health', pageMiddleware).route('/health', healthRoutes)
app.use(refuseUnready)
app.use('/api/*', apiMiddleware)
app.use(pageMiddleware)

app
  .route('/api/sign-ins', signInRoutes)
  .route('/api/session', sessionRoutes)
  .route('/api/sessions', sessionsRoutes)
  .route('/api/account', accountRoutes)
  .route('/api/erasure', erasureRoutes)
  .route('/api/erasures', erasureLinkRoutes)
  .route('/api/first-admin', firstAdminRoutes)
  .route('/api/invitations', invitationRoutes)
  .route('/api/invitations', invitationLinkRoutes)
  .route('/api/programme-memberships', programmeMembershipRoutes)
  .route('/api/admissions', admissionRoutes)
  .route('/api/members', memberRoutes)
  .route('/api/memberships', membershipRoutes)
  .route('/api/cohorts', cohortRoutes)
  .route('/api/coachings', coachingRoutes)
  .route('/api/organization', organizationRoutes)
  .route('/api/open-programme', openProgrammeRoutes)
  .route('/api/audit-entries', auditRoutes)
  .route('/api/dead-notes', deadNoteRoutes)
  .route('/api/mail-events', mailEventRoutes)
  .route('/api/mail-state', mailStateRoutes)
  .route('/api/mail-suppression', mailSuppressionRoutes)
  .route('/api/challenges', challengeRoutes)
  .route('/api/attempts', attemptRoutes)
  .route('/api/attempts', resultRoutes)
  .route('/api/attempts', itemAgreementRoutes)
  .route('/api/item-agreements', agreedItemRoutes)
  .route('/api/revision-plans', coachedPlanRoutes)
  .route('/api/forgone-challenges', forgoneChallengeRoutes)
  .route('/api/review-work', reviewWorkRoutes)
  .route('/api/reviews', ownReviewRoutes)
  .route('/api/review-figures', reviewFigureRoutes)
  .route('/api/reviewer-sharings', reviewerSharingRoutes)
  .route('/api/claims', claimRoutes)
  .route('/api/practice-items', practiceItemRoutes)
  .route('/api/insights', insightRoutes)
  .route('/api/export', exportRoutes)
  .route('/api/credentials', credentialRoutes)
  .route('/api/military-codes', militaryCodeRoutes)
  .route('/api/visibility', visibilityRoutes)
  .route('/api/blocks', blockRoutes)
  .route('/api/consents', consentRoutes)
  .route('/api/disclosures', disclosureRoutes)
  .route('/api/disclosures', identityRoutes)
  .route('/api/openings', openingRoutes)
  .route('/api/approvals', approvalRoutes)
  .route('/api/searches', searchRoutes)
  .route('/api/cards', cardRoutes)
  .route('/api/interview-requests', interviewRequestRoutes)
  .route('/', publicCredentialRoutes)
  .route('/', challengePageRoutes)
  .route('/', pathwayPageRoutes)
  .route('/', mailRefusalRoutes)
  .route('/', pageRoutes)
  .route('/', privacyRoutes)

export const doors = assertDoors(app)

/**
 * Paths without a route: a built file if the last segment has a dot or the path is under
 * `/assets/`, 404 under `/api/` and `/.well-known/`, otherwise the app's HTML.
 */
app.get('*', async (c, next) => {
  if (c.req.path.startsWith('/api/') || c.req.path.startsWith('/.well-known/')) return next()
  const last = c.req.path.split('/').at(-1) ?? ''
  if (c.req.path.startsWith('/assets/') || last.includes('.')) return respondWithAsset(c)
  return respondWithShell(c, (request) => app.fetch(request, c.env, c.executionCtx))
})
