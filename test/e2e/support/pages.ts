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

/**
 * A page of the app or of the Worker, and who from the demo sees it; `find` returns its address.
 */
export interface Seen {
  as?: string
  name: string
  path?: string
  /** Asks the API for an id in the address. */
  find?: (get: Get) => Promise<string>
  /** Greatest height in pixels at 360 px width, before anything is opened. */
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
  '/privacy',
  '/accessibility',
  '/problems',
  '/problems/rate-limited-nowhere',
  '/problems/answer-too-short',
  '/organizations/kettlewick-college',
  '/sign-in',
  '/join',
  '/apply',
  '/first-admin',
  '/no-such-page',
]

const idOf = (list: string, take: (body: Answer) => string) => (get: Get) => get(list).then(take)

const attempt = (suffix = '') =>
  idOf('/api/attempts', ({ attempts }) => `/attempts/${attempts[0].id}${suffix}`)

export const pages: Seen[] = [
  ...public_.map((path) => ({ name: path, path })),
  { as: 'noor', name: 'home of a student', path: '/home' },
  { as: 'noor', name: 'start', path: '/start/peas-in-the-post' },
  { as: 'noor', name: 'result', find: attempt('/result'), tallest: 2_300 },
  { as: 'noor', name: 'badges', path: '/badges' },
  {
    as: 'noor',
    name: 'a badge of one’s own',
    find: idOf('/api/credentials', ({ credentials }) => `/badges/${credentials[0].id}`),
  },
  { as: 'noor', name: 'visibility, off', path: '/visibility' },
  { as: 'noor', name: 'interviews, none', path: '/interviews' },
  { as: 'noor', name: 'settings', path: '/settings' },
  { as: 'aroha', name: 'home with a badge and a not yet', path: '/home' },
  { as: 'aroha', name: 'result, not yet', find: attempt('/result'), tallest: 2_300 },
  {
    as: 'aroha',
    name: 'the public page of a badge',
    find: idOf('/api/credentials', ({ credentials }) => new URL(credentials[0].page).pathname),
  },
  { as: 'kwame', name: 'home in the middle of a story', path: '/home' },
  { as: 'kwame', name: 'player', find: attempt() },
  { as: 'kwame', name: 'check, too early', find: attempt('/check') },
  { as: 'zeynep', name: 'result, waiting', find: attempt('/result') },
  { as: 'sunniva', name: 'reviews of a student', path: '/reviews' },
  { as: 'rosalind', name: 'home of a mentor', path: '/home' },
  { as: 'rosalind', name: 'reviews of a mentor', path: '/reviews' },
  { as: 'desmond', name: 'coaching', path: '/coaching' },
  { as: 'bronwen', name: 'home with a request', path: '/home' },
  { as: 'bronwen', name: 'visibility, on', path: '/visibility' },
  { as: 'bronwen', name: 'interviews', path: '/interviews' },
  {
    as: 'bronwen',
    name: 'a request',
    find: idOf('/api/interview-requests', ({ requests }) => `/interviews/${requests[0].id}`),
  },
  { as: 'anneke', name: 'home of a recruiter', path: '/home' },
  { as: 'anneke', name: 'openings', path: '/openings' },
  { as: 'anneke', name: 'a new opening', path: '/openings/new' },
  {
    as: 'anneke',
    name: 'an opening',
    find: idOf('/api/openings', ({ openings }) => `/openings/${openings[0].id}`),
  },
  {
    as: 'anneke',
    name: 'search',
    find: idOf('/api/openings', ({ openings }) => {
      const approved = openings.find((opening: { approved: unknown }) => opening.approved)
      return `/openings/${approved.id}/search`
    }),
  },
  { as: 'anneke', name: 'requests of a recruiter', path: '/interviews' },
  { as: 'siobhan', name: 'home of an admin', path: '/home' },
  { as: 'siobhan', name: 'cohorts', path: '/cohorts' },
  {
    as: 'siobhan',
    name: 'a cohort',
    find: idOf('/api/cohorts', ({ cohorts }) => `/cohorts/${cohorts[0].id}`),
  },
  { as: 'siobhan', name: 'people', path: '/people' },
  { as: 'siobhan', name: 'approvals', path: '/approvals' },
  { as: 'siobhan', name: 'operations', path: '/operations' },
  { as: 'siobhan', name: 'audit trail', path: '/audit-trail' },
]
