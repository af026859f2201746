import type { Role } from '../../worker/foundation/call.ts'
import type { Name } from '../support/traffic/world.ts'

/**
 * Who may use which door, written out from the specifications and not from the code: security.md §1,
 * talent.md §8, assessment.md §6 and §11, credentials.md §4, foundation.md §5. Whoever is not let in
 * gets 401 without a session, 403 in another role, and 404 for what is somebody else's.
 */
export interface Expected {
  who: 'anyone' | 'account' | readonly Role[]
  /** Whose thing it is; to everybody else of the role it does not exist. */
  of?: readonly Name[]
  /** What those others get, where it is not 404. */
  others?: 401 | 403
  /** For people of the operator programme. */
  operator?: true
  /** With a code proven within ten minutes. */
  fresh?: true
  /** What single ones get in place of all that. */
  but?: Partial<Record<Name, 403>>
}

const anyone = { who: 'anyone' } as const
const account = { who: 'account' } as const
const students = { who: ['student'] } as const
const reviewers = { who: ['student', 'mentor'] } as const
const mentors = { who: ['mentor'] } as const
const admins = { who: ['admin'] } as const
const operators = { who: ['admin'], operator: true } as const
const bothSides = { who: ['student', 'recruiter'] } as const

const student = { ...students, of: ['student'] } as const
const reviewer = { ...reviewers, of: ['fellow student'] } as const
const admin = { ...admins, of: ['admin'] } as const
const recruiter = { who: ['recruiter'], of: ['recruiter'] } as const
/** The gate of talent.md §3 stands before the card. */
const gated = { ...recruiter, but: { 'unapproved recruiter': 403 } } as const
const employers = {
  who: ['recruiter', 'admin'],
  of: ['recruiter', 'recruiter elsewhere', 'unapproved recruiter', 'employer admin'],
  others: 403,
} as const

/** Accounts, programmes, playing, judging, badges. */
export const programmeDoors: Record<string, Expected> = {
  'POST /api/sign-ins': anyone,
  'POST /api/session': anyone,
  'GET /api/session': account,
  'DELETE /api/session': account,
  'PUT /api/session/membership': { ...account, of: ['student'] },
  'POST /api/session/confirmation/codes': account,
  // The code is bound to its account: in another's hands it is a wrong code.
  'POST /api/session/confirmation': { ...account, of: ['student'], others: 401 },
  'GET /api/sessions': account,
  'DELETE /api/sessions/:sessionId': { ...account, of: ['student'] },
  'GET /api/account': account,
  'PUT /api/account': account,
  'POST /api/first-admin': account,

  'GET /api/invitations': admins,
  'POST /api/invitations': admins,
  'DELETE /api/invitations/:invitationId': admin,
  'GET /api/invitations/:token': anyone,
  'POST /api/invitations/:token/acceptance': { ...account, of: ['no membership'], others: 403 },
  'GET /api/programme-memberships/open-programme': anyone,
  'POST /api/programme-memberships': account,
  'GET /api/members': admins,
  'DELETE /api/members/:membershipId': { ...admin, fresh: true },
  'GET /api/cohorts': admins,
  'POST /api/cohorts': admins,
  'PUT /api/cohorts/:cohortId/members': admin,
  'GET /api/coachings': admins,
  'POST /api/coachings': admin,
  'DELETE /api/coachings/:coachingId': admin,
  'GET /api/organization': { who: ['admin', 'recruiter'] },
  'POST /api/organization': account,
  'PUT /api/organization': admins,
  'POST /api/open-programme': { ...operators, fresh: true },
  'GET /api/audit-entries': admins,
  'GET /api/insights/funnel': admins,
  'GET /api/insights/late': admins,
  'GET /api/insights/cohort': mentors,

  'GET /api/challenges': anyone,
  'GET /api/challenges/:challengeId': anyone,
  'GET /api/attempts': students,
  'POST /api/attempts': students,
  'GET /api/attempts/:attemptId': student,
  'POST /api/attempts/:attemptId/turns': student,
  'GET /api/attempts/:attemptId/drafts/:promptId': student,
  'PUT /api/attempts/:attemptId/drafts/:promptId': student,
  'POST /api/attempts/:attemptId/submission': student,
  'GET /api/attempts/:attemptId/result': student,

  'GET /api/review-work': reviewers,
  'POST /api/claims': reviewers,
  'GET /api/claims/:claimId': reviewer,
  'DELETE /api/claims/:claimId': reviewer,
  'PUT /api/claims/:claimId/draft': reviewer,
  'POST /api/claims/:claimId/review': reviewer,
  'DELETE /api/claims/:claimId/review': reviewer,
  // Whoever handed in this challenge, and mentors where it is played.
  'GET /api/practice-items': {
    ...reviewers,
    of: ['student', 'fellow student', 'mentor', 'coaching mentor', 'mentor elsewhere'],
  },
  'POST /api/practice-items': {
    ...reviewers,
    of: ['student', 'fellow student', 'mentor', 'coaching mentor', 'mentor elsewhere'],
  },

  'GET /api/credentials': students,
  'GET /api/credentials/:credentialId': student,
  'GET /api/credentials/:credentialId/document': student,
  'PUT /api/credentials/:credentialId/publication': { ...student, fresh: true },
  'POST /api/credentials/:credentialId/revocation': { ...admin, fresh: true },
}

/** Being found, being asked. */
export const hiringDoors: Record<string, Expected> = {
  'GET /api/visibility': students,
  'POST /api/visibility': { ...students, fresh: true },
  'PUT /api/visibility': student,
  'DELETE /api/visibility': students,
  'GET /api/visibility/preview': student,
  'POST /api/visibility/previews': students,
  'GET /api/blocks': students,
  'POST /api/blocks': students,
  'DELETE /api/blocks/:blockId': student,
  'GET /api/consents': students,
  'DELETE /api/consents/:consentId': student,
  'GET /api/disclosures': students,
  'GET /api/disclosures/:disclosureId': recruiter,

  'GET /api/openings': employers,
  'POST /api/openings': employers,
  'PUT /api/openings/:openingId': {
    who: ['recruiter', 'admin'],
    of: ['recruiter', 'employer admin'],
    but: { admin: 403, 'admin elsewhere': 403, 'operator admin': 403 },
  },
  'GET /api/approvals': operators,
  'POST /api/approvals': { ...operators, fresh: true },
  'POST /api/searches': recruiter,
  'POST /api/searches/:searchId/pages': recruiter,
  'POST /api/cards/:pseudonym/views': gated,

  'GET /api/interview-requests': bothSides,
  'POST /api/interview-requests': gated,
  'GET /api/interview-requests/:requestId': { ...bothSides, of: ['student', 'recruiter'] },
  'DELETE /api/interview-requests/:requestId': recruiter,
  'POST /api/interview-requests/:requestId/delivery': recruiter,
  'DELETE /api/interview-requests/:requestId/delivery': recruiter,
  'POST /api/interview-requests/:requestId/withdrawal': recruiter,
  'POST /api/interview-requests/:requestId/answers': { ...student, fresh: true },
  'GET /api/interview-requests/:requestId/calendar.ics': {
    ...bothSides,
    of: ['student', 'recruiter'],
  },
}

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** What the world may read. */
export const publicDoors: Record<string, Expected> = Object.fromEntries(
  [
    `/credentials/:file{${uuid}\\.json}`,
    '/credentials/:credentialId',
    `/achievements/:file{${uuid}\\.json}`,
    `/achievements/:file{${uuid}\\.png}`,
    '/achievements/:achievementId',
    '/status-lists/:statusListId',
    '/organizations/:slug/did.json',
    '/organizations/:slug',
    '/challenges',
    '/challenges/:challengeId',
    '/',
    '/how-it-works',
    '/for-mentors',
    '/for-employers',
    '/privacy',
    '/accessibility',
    '/problems',
    '/problems/:type',
    '/robots.txt',
    '/.well-known/security.txt',
  ].map((path) => [`GET ${path}`, anyone]),
)
