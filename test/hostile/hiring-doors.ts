import {
  type Expected,
  account,
  anyone,
  employers,
  withRequirements,
  operators,
  own,
  recruiter,
  withoutBirthYear,
} from './expected.ts'

const bothSides: Expected = { ...account, of: ['student', 'recruiter'] }

/** Visibility, search and interviews. */
export const hiringDoors: Record<string, Expected> = {
  'GET /api/visibility': account,
  'POST /api/visibility': { ...account, fresh: true, but: withoutBirthYear },
  'PUT /api/visibility': own,
  'DELETE /api/visibility': account,
  'GET /api/visibility/preview': own,
  'POST /api/visibility/previews': account,
  'GET /api/blocks': account,
  'POST /api/blocks': account,
  'DELETE /api/blocks/:blockId': own,
  'GET /api/consents': account,
  'DELETE /api/consents/:consentId': own,
  'GET /api/disclosures': account,
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
  'POST /api/cards/:pseudonym/views': withRequirements,

  'GET /api/interview-requests': account,
  'POST /api/interview-requests': withRequirements,
  'GET /api/interview-requests/:requestId': bothSides,
  'DELETE /api/interview-requests/:requestId': recruiter,
  'POST /api/interview-requests/:requestId/delivery': recruiter,
  'DELETE /api/interview-requests/:requestId/delivery': recruiter,
  'PUT /api/interview-requests/:requestId/read-mark': recruiter,
  'POST /api/interview-requests/:requestId/withdrawal': recruiter,
  'POST /api/interview-requests/:requestId/answers': { ...own, fresh: true },
  'PUT /api/interview-requests/:requestId/meeting': recruiter,
  'POST /api/interview-requests/:requestId/offers': bothSides,
  'DELETE /api/interview-requests/:requestId/offers': bothSides,
  // Here the employer made the offer, so it is the student who takes it.
  'POST /api/interview-requests/:requestId/bookings': own,
  'POST /api/interview-requests/:requestId/cancellation': bothSides,
  'POST /api/interview-requests/:requestId/attendance': bothSides,
  'POST /api/interview-requests/:requestId/dispute': bothSides,
  'POST /api/interview-requests/:requestId/outcomes': bothSides,
  'PUT /api/interview-requests/:requestId/note': own,
  'GET /api/interview-requests/:requestId/messages': bothSides,
  'POST /api/interview-requests/:requestId/messages': bothSides,
  'GET /api/interview-requests/:requestId/calendar.ics': bothSides,
}

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** Public documents and pages. */
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
    '/rubrics/:skill',
    '/rubrics/:skill/:rubricHash',
    '/',
    '/how-it-works',
    '/for-mentors',
    '/for-employers',
    '/privacy',
    '/privacy/record',
    '/privacy/record.csv',
    '/privacy/breach',
    '/accessibility',
    '/problems',
    '/problems/:type',
    '/robots.txt',
    '/.well-known/security.txt',
  ].map((path) => [`GET ${path}`, anyone]),
)
