import type { InferResponseType } from 'hono/client'

import type {
  accountRoutes,
  sessionRoutes,
  sessionsRoutes,
  signInRoutes,
} from '../../../worker/accounts/routes.ts'
import type { erasureLinkRoutes } from '../../../worker/accounts/erasure-routes.ts'
import type {
  mailStateRoutes,
  mailSuppressionRoutes,
} from '../../../worker/notifications/routes.ts'
import type { deadNoteRoutes } from '../../../worker/organizations/dead-note-routes.ts'
import type { admissionRoutes } from '../../../worker/organizations/admission-routes.ts'
import type {
  cohortRoutes,
  coachingRoutes,
  invitationRoutes,
  memberRoutes,
  membershipRoutes,
} from '../../../worker/organizations/people-routes.ts'
import type {
  auditRoutes,
  firstAdminRoutes,
  invitationLinkRoutes,
  openProgrammeRoutes,
  organizationRoutes,
  programmeMembershipRoutes,
} from '../../../worker/organizations/routes.ts'
import type {
  attemptRoutes,
  coachedPlanRoutes,
  forgoneChallengeRoutes,
} from '../../../worker/attempts/routes.ts'
import type { challengeRoutes } from '../../../worker/scenarios/routes.ts'
import type { credentialRoutes } from '../../../worker/credentials/routes.ts'
import type { agreedItemRoutes, itemAgreementRoutes } from '../../../worker/scoring/item-routes.ts'
import type { resultRoutes, reviewFigureRoutes } from '../../../worker/scoring/routes.ts'
import type {
  claimRoutes,
  ownReviewRoutes,
  practiceItemRoutes,
  reviewWorkRoutes,
} from '../../../worker/reviews/routes.ts'
import type { reviewerSharingRoutes } from '../../../worker/reviews/sharing-routes.ts'
import type { identityRoutes, interviewRequestRoutes } from '../../../worker/interviews/routes.ts'
import type {
  approvalRoutes,
  cardRoutes,
  openingRoutes,
  searchRoutes,
} from '../../../worker/talent/hiring-routes.ts'
import type { erasureRoutes } from '../../../worker/insights/erasure-routes.ts'
import type { insightRoutes } from '../../../worker/insights/routes.ts'
import type {
  blockRoutes,
  consentRoutes,
  disclosureRoutes,
  visibilityRoutes,
} from '../../../worker/talent/routes.ts'
import { clientsFor } from './client.ts'
import { patiently } from './response.ts'

const clients = clientsFor(patiently)

/** Clients for the Worker's routes, one per noun. Types only: no Worker code is loaded here. */
export const api = {
  account: clients<typeof accountRoutes>('/api/account'),
  admissions: clients<typeof admissionRoutes>('/api/admissions'),
  approvals: clients<typeof approvalRoutes>('/api/approvals'),
  attempts: clients<typeof attemptRoutes>('/api/attempts'),
  auditEntries: clients<typeof auditRoutes>('/api/audit-entries'),
  blocks: clients<typeof blockRoutes>('/api/blocks'),
  cards: clients<typeof cardRoutes>('/api/cards'),
  challenges: clients<typeof challengeRoutes>('/api/challenges'),
  claims: clients<typeof claimRoutes>('/api/claims'),
  coachings: clients<typeof coachingRoutes>('/api/coachings'),
  cohorts: clients<typeof cohortRoutes>('/api/cohorts'),
  consents: clients<typeof consentRoutes>('/api/consents'),
  credentials: clients<typeof credentialRoutes>('/api/credentials'),
  deadNotes: clients<typeof deadNoteRoutes>('/api/dead-notes'),
  disclosures: clients<typeof disclosureRoutes>('/api/disclosures'),
  erasure: clients<typeof erasureRoutes>('/api/erasure'),
  erasureLinks: clients<typeof erasureLinkRoutes>('/api/erasures'),
  firstAdmin: clients<typeof firstAdminRoutes>('/api/first-admin'),
  forgoneChallenges: clients<typeof forgoneChallengeRoutes>('/api/forgone-challenges'),
  identities: clients<typeof identityRoutes>('/api/disclosures'),
  itemAgreements: clients<typeof itemAgreementRoutes>('/api/attempts'),
  agreedItems: clients<typeof agreedItemRoutes>('/api/item-agreements'),
  insights: clients<typeof insightRoutes>('/api/insights'),
  interviewRequests: clients<typeof interviewRequestRoutes>('/api/interview-requests'),
  invitationLinks: clients<typeof invitationLinkRoutes>('/api/invitations'),
  invitations: clients<typeof invitationRoutes>('/api/invitations'),
  mailState: clients<typeof mailStateRoutes>('/api/mail-state'),
  mailSuppression: clients<typeof mailSuppressionRoutes>('/api/mail-suppression'),
  members: clients<typeof memberRoutes>('/api/members'),
  memberships: clients<typeof membershipRoutes>('/api/memberships'),
  openings: clients<typeof openingRoutes>('/api/openings'),
  reviewerSharings: clients<typeof reviewerSharingRoutes>('/api/reviewer-sharings'),
  openProgramme: clients<typeof openProgrammeRoutes>('/api/open-programme'),
  organization: clients<typeof organizationRoutes>('/api/organization'),
  ownReviews: clients<typeof ownReviewRoutes>('/api/reviews'),
  practiceItems: clients<typeof practiceItemRoutes>('/api/practice-items'),
  programmeMemberships: clients<typeof programmeMembershipRoutes>('/api/programme-memberships'),
  results: clients<typeof resultRoutes>('/api/attempts'),
  reviewFigures: clients<typeof reviewFigureRoutes>('/api/review-figures'),
  revisionPlans: clients<typeof coachedPlanRoutes>('/api/revision-plans'),
  reviewWork: clients<typeof reviewWorkRoutes>('/api/review-work'),
  searches: clients<typeof searchRoutes>('/api/searches'),
  session: clients<typeof sessionRoutes>('/api/session'),
  sessions: clients<typeof sessionsRoutes>('/api/sessions'),
  signIns: clients<typeof signInRoutes>('/api/sign-ins'),
  visibility: clients<typeof visibilityRoutes>('/api/visibility'),
}

/** The body of a route's answer: `ResponseOf<typeof api.session.index.$get>`. */
export type ResponseOf<Door> = InferResponseType<Door, 200>

/** The body of the answer of a route that answers 201. */
export type MadeBy<Door> = InferResponseType<Door, 201>

/** Further headers of a call, such as its Idempotency-Key. */
export interface CallOptions {
  headers: Record<string, string>
}
