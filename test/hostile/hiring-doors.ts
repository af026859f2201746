import {
  type Expected,
  anyone,
  bothSides,
  employers,
  gated,
  operators,
  recruiter,
  student,
  students,
} from './expected.ts'

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
