import type { Hono } from 'hono'
import type { hc } from 'hono/client'

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
import type {
  attestationRoutes,
  enrolmentRoutes,
  pathwayRoutes,
} from '../../../worker/pathways/routes.ts'
import type { resultRoutes, reviewFigureRoutes } from '../../../worker/scoring/routes.ts'
import type {
  claimRoutes,
  ownReviewRoutes,
  practiceItemRoutes,
  reviewWorkRoutes,
} from '../../../worker/reviews/routes.ts'
import type {
  pastWorkRoutes,
  priorLearningClaimRoutes,
} from '../../../worker/pathways/claim-routes.ts'
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

// oxlint-disable-next-line typescript/no-explicit-any -- as the type of `hc` says it
type Client<Routes extends Hono<any, any, any>> = ReturnType<typeof hc<Routes>>

/** Clients for the Worker's routes, one per noun. Types only: no Worker code is loaded here. */
export interface Doors {
  account: Client<typeof accountRoutes>
  admissions: Client<typeof admissionRoutes>
  approvals: Client<typeof approvalRoutes>
  attempts: Client<typeof attemptRoutes>
  attestations: Client<typeof attestationRoutes>
  auditEntries: Client<typeof auditRoutes>
  blocks: Client<typeof blockRoutes>
  cards: Client<typeof cardRoutes>
  challenges: Client<typeof challengeRoutes>
  claims: Client<typeof claimRoutes>
  coachings: Client<typeof coachingRoutes>
  cohorts: Client<typeof cohortRoutes>
  consents: Client<typeof consentRoutes>
  credentials: Client<typeof credentialRoutes>
  deadNotes: Client<typeof deadNoteRoutes>
  disclosures: Client<typeof disclosureRoutes>
  enrolments: Client<typeof enrolmentRoutes>
  erasure: Client<typeof erasureRoutes>
  erasureLinks: Client<typeof erasureLinkRoutes>
  firstAdmin: Client<typeof firstAdminRoutes>
  forgoneChallenges: Client<typeof forgoneChallengeRoutes>
  identities: Client<typeof identityRoutes>
  itemAgreements: Client<typeof itemAgreementRoutes>
  agreedItems: Client<typeof agreedItemRoutes>
  insights: Client<typeof insightRoutes>
  interviewRequests: Client<typeof interviewRequestRoutes>
  invitationLinks: Client<typeof invitationLinkRoutes>
  invitations: Client<typeof invitationRoutes>
  mailState: Client<typeof mailStateRoutes>
  mailSuppression: Client<typeof mailSuppressionRoutes>
  members: Client<typeof memberRoutes>
  memberships: Client<typeof membershipRoutes>
  openings: Client<typeof openingRoutes>
  reviewerSharings: Client<typeof reviewerSharingRoutes>
  openProgramme: Client<typeof openProgrammeRoutes>
  organization: Client<typeof organizationRoutes>
  ownReviews: Client<typeof ownReviewRoutes>
  pathways: Client<typeof pathwayRoutes>
  pastWork: Client<typeof pastWorkRoutes>
  practiceItems: Client<typeof practiceItemRoutes>
  priorLearningClaims: Client<typeof priorLearningClaimRoutes>
  programmeMemberships: Client<typeof programmeMembershipRoutes>
  results: Client<typeof resultRoutes>
  reviewFigures: Client<typeof reviewFigureRoutes>
  revisionPlans: Client<typeof coachedPlanRoutes>
  reviewWork: Client<typeof reviewWorkRoutes>
  searches: Client<typeof searchRoutes>
  session: Client<typeof sessionRoutes>
  sessions: Client<typeof sessionsRoutes>
  signIns: Client<typeof signInRoutes>
  visibility: Client<typeof visibilityRoutes>
}
