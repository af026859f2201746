import { hc, type InferResponseType } from 'hono/client'

import type {
  accountRoutes,
  sessionRoutes,
  sessionsRoutes,
  signInRoutes,
} from '../../../worker/accounts/routes.ts'
import type { erasureLinkRoutes } from '../../../worker/accounts/erasure-routes.ts'
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
import type { attemptRoutes, forgoneChallengeRoutes } from '../../../worker/attempts/routes.ts'
import type { challengeRoutes } from '../../../worker/scenarios/routes.ts'
import type { credentialRoutes } from '../../../worker/credentials/routes.ts'
import type { resultRoutes } from '../../../worker/scoring/routes.ts'
import type {
  claimRoutes,
  ownReviewRoutes,
  practiceItemRoutes,
  reviewWorkRoutes,
} from '../../../worker/reviews/routes.ts'
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
import { patiently } from './response.ts'

const calls = { fetch: patiently }

/** Clients for the Worker's routes, one per noun. Types only: no Worker code is loaded here. */
export const api = {
  account: hc<typeof accountRoutes>('/api/account', calls),
  admissions: hc<typeof admissionRoutes>('/api/admissions', calls),
  approvals: hc<typeof approvalRoutes>('/api/approvals', calls),
  attempts: hc<typeof attemptRoutes>('/api/attempts', calls),
  auditEntries: hc<typeof auditRoutes>('/api/audit-entries', calls),
  blocks: hc<typeof blockRoutes>('/api/blocks', calls),
  cards: hc<typeof cardRoutes>('/api/cards', calls),
  challenges: hc<typeof challengeRoutes>('/api/challenges', calls),
  claims: hc<typeof claimRoutes>('/api/claims', calls),
  coachings: hc<typeof coachingRoutes>('/api/coachings', calls),
  cohorts: hc<typeof cohortRoutes>('/api/cohorts', calls),
  consents: hc<typeof consentRoutes>('/api/consents', calls),
  credentials: hc<typeof credentialRoutes>('/api/credentials', calls),
  deadNotes: hc<typeof deadNoteRoutes>('/api/dead-notes', calls),
  disclosures: hc<typeof disclosureRoutes>('/api/disclosures', calls),
  erasure: hc<typeof erasureRoutes>('/api/erasure', calls),
  erasureLinks: hc<typeof erasureLinkRoutes>('/api/erasures', calls),
  firstAdmin: hc<typeof firstAdminRoutes>('/api/first-admin', calls),
  forgoneChallenges: hc<typeof forgoneChallengeRoutes>('/api/forgone-challenges', calls),
  identities: hc<typeof identityRoutes>('/api/disclosures', calls),
  insights: hc<typeof insightRoutes>('/api/insights', calls),
  interviewRequests: hc<typeof interviewRequestRoutes>('/api/interview-requests', calls),
  invitationLinks: hc<typeof invitationLinkRoutes>('/api/invitations', calls),
  invitations: hc<typeof invitationRoutes>('/api/invitations', calls),
  members: hc<typeof memberRoutes>('/api/members', calls),
  memberships: hc<typeof membershipRoutes>('/api/memberships', calls),
  openings: hc<typeof openingRoutes>('/api/openings', calls),
  openProgramme: hc<typeof openProgrammeRoutes>('/api/open-programme', calls),
  organization: hc<typeof organizationRoutes>('/api/organization', calls),
  ownReviews: hc<typeof ownReviewRoutes>('/api/reviews', calls),
  practiceItems: hc<typeof practiceItemRoutes>('/api/practice-items', calls),
  programmeMemberships: hc<typeof programmeMembershipRoutes>('/api/programme-memberships', calls),
  results: hc<typeof resultRoutes>('/api/attempts', calls),
  reviewWork: hc<typeof reviewWorkRoutes>('/api/review-work', calls),
  searches: hc<typeof searchRoutes>('/api/searches', calls),
  session: hc<typeof sessionRoutes>('/api/session', calls),
  sessions: hc<typeof sessionsRoutes>('/api/sessions', calls),
  signIns: hc<typeof signInRoutes>('/api/sign-ins', calls),
  visibility: hc<typeof visibilityRoutes>('/api/visibility', calls),
}

/** The body of a route's answer: `ResponseOf<typeof api.session.index.$get>`. */
export type ResponseOf<Door> = InferResponseType<Door, 200>

/** The body of the answer of a route that answers 201. */
export type MadeBy<Door> = InferResponseType<Door, 201>

/** Further headers of a call, such as its Idempotency-Key. */
export interface CallOptions {
  headers: Record<string, string>
}
