import { readFileSync } from 'node:fs'

import { parse } from 'yaml'

interface DemoPeople {
  [group: string]: { email?: string }[] | unknown
}

const people = readFileSync(new URL('../../../scenarios/demo/people.yaml', import.meta.url), 'utf8')

/** The e-mail address of a person from the demo, by first name. */
export function demoAddress(first: string): string {
  const found = JSON.stringify(parse(people) as DemoPeople).match(
    new RegExp(`"(${first}\\.[a-z.-]+@[a-z.-]+\\.demo\\.invalid)"`),
  )
  if (!found?.[1]) throw new Error(`Nobody in the demo is called ${first}.`)
  return found[1]
}

// Answers are untyped; a test that reads a wrong member fails anyway.
// oxlint-disable-next-line no-explicit-any
type Answer = any
type Get = (path: string) => Promise<Answer>

/** A page of the app or of the Worker, and who from the demo sees it. */
export interface Seen {
  as?: string
  name: string
  /** Its address. With `find`, the part that begins with a colon is replaced. */
  path: string
  /** Asks the API for the id in the address. */
  find?: (get: Get) => Promise<string>
  /**
   * Greatest height in pixels at 360 px width, before anything is opened: with DejaVu Sans, the widest
   * font that systems show it in.
   */
  tallest?: number
}

const public_ = [
  '/',
  '/how-it-works',
  '/for-mentors',
  '/for-employers',
  '/challenges',
  '/challenges/hand-to-hand',
  '/rubrics/collaboration',
  '/service',
  '/service?code=11B20',
  '/service?code=99Z',
  '/privacy',
  '/privacy/record',
  '/privacy/breach',
  '/accessibility',
  '/problems',
  '/problems/rate-limited-nowhere',
  '/problems/answer-too-short',
  '/organizations/kettlewick-college',
  '/sign-in',
  '/too-young',
  '/erased',
  '/join',
  '/apply',
  '/first-admin',
  '/recover-admin',
  '/no-such-page',
]

const idOf = (list: string, take: (body: Answer) => string) => (get: Get) => get(list).then(take)

const attempt = idOf('/api/attempts', ({ attempts }) => attempts[0].id)
const badge = idOf('/api/credentials', ({ credentials }) => credentials[0].id)
const result = { path: '/attempts/:attemptId/result', find: attempt }

export const pages: Seen[] = [
  ...public_.map((path) => ({ name: path, path })),
  { as: 'noor', name: 'home of a student', path: '/home' },
  { as: 'noor', name: 'start', path: '/start/peas-in-the-post' },
  { as: 'noor', name: 'result', ...result, tallest: 2_450 },
  { as: 'noor', name: 'badges', path: '/badges' },
  { as: 'noor', name: 'a badge of one’s own', path: '/badges/:id', find: badge },
  { as: 'noor', name: 'visibility, off', path: '/visibility' },
  { as: 'noor', name: 'interviews, none', path: '/interviews' },
  { as: 'noor', name: 'settings', path: '/settings' },
  { as: 'noor', name: 'signed in again', path: '/signed-in' },
  { as: 'aroha', name: 'home with a badge and a not yet', path: '/home' },
  { as: 'aroha', name: 'result, not yet', ...result, tallest: 2_700 },
  { as: 'aroha', name: 'the public page of a badge', path: '/credentials/:id', find: badge },
  { as: 'kwame', name: 'home in the middle of a story', path: '/home' },
  { as: 'kwame', name: 'player', path: '/attempts/:attemptId', find: attempt },
  {
    as: 'kwame',
    name: 'check, too early',
    path: '/attempts/:attemptId/check',
    find: attempt,
  },
  { as: 'zeynep', name: 'result, waiting', ...result },
  { as: 'gulnara', name: 'home with a badge after two rounds', path: '/home' },
  {
    as: 'joaquim',
    name: 'a second round',
    path: '/attempts/:attemptId/revision',
    find: attempt,
  },
  { as: 'meera', name: 'home while a result waits for a review', path: '/home' },
  { as: 'lucia', name: 'figures of a measured mentor', path: '/reviewing' },
  { as: 'sunniva', name: 'reviews of a student', path: '/reviews' },
  { as: 'rosalind', name: 'home of a mentor', path: '/home' },
  { as: 'rosalind', name: 'reviews of a mentor', path: '/reviews' },
  { as: 'sunniva', name: 'own figures as a reviewer', path: '/reviewing' },
  { as: 'desmond', name: 'coaching', path: '/coaching' },
  { as: 'bronwen', name: 'home with a request', path: '/home' },
  { as: 'bronwen', name: 'visibility, on', path: '/visibility' },
  { as: 'bronwen', name: 'interviews', path: '/interviews' },
  {
    as: 'bronwen',
    name: 'a request',
    path: '/interviews/:requestId',
    find: idOf('/api/interview-requests', ({ requests }) => requests[0].id),
  },
  { as: 'anneke', name: 'home of a recruiter', path: '/home' },
  { as: 'anneke', name: 'openings', path: '/openings' },
  { as: 'anneke', name: 'a new opening', path: '/openings/new' },
  {
    as: 'anneke',
    name: 'an opening',
    path: '/openings/:openingId',
    find: idOf('/api/openings', ({ openings }) => openings[0].id),
  },
  {
    as: 'anneke',
    name: 'search',
    path: '/openings/:openingId/search',
    find: idOf('/api/openings', ({ openings }) => {
      return openings.find((opening: { approved: unknown }) => opening.approved).id
    }),
  },
  { as: 'anneke', name: 'requests of a recruiter', path: '/interviews' },
  { as: 'siobhan', name: 'home of an admin', path: '/home' },
  { as: 'siobhan', name: 'cohorts', path: '/cohorts' },
  {
    as: 'siobhan',
    name: 'a cohort',
    path: '/cohorts/:cohortId',
    find: idOf('/api/cohorts', ({ cohorts }) => cohorts[0].id),
  },
  { as: 'siobhan', name: 'people', path: '/people' },
  { as: 'siobhan', name: 'approvals', path: '/approvals' },
  { as: 'siobhan', name: 'operations', path: '/operations' },
  { as: 'siobhan', name: 'audit trail', path: '/audit-trail' },
]
