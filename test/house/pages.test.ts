import { existsSync, readFileSync } from 'node:fs'

import { expect, it } from 'vitest'
import { parse } from 'yaml'

import { routes } from '../../web/routes.ts'
import { pages } from '../e2e/support/pages.ts'

/** As whom the people of each group of the demo see pages. */
const readers: Record<string, readonly string[]> = {
  students: ['student'],
  mentors: ['mentor'],
  admins: ['admin', 'programme-admin', 'operator-admin'],
  recruiters: ['recruiter'],
}
const people: Record<string, { email: string }[]> = parse(
  readFileSync('scenarios/demo/people.yaml', 'utf8'),
)

/** Pages that test/e2e/pages.spec.ts does not open, and where axe reads them instead. */
const elsewhere: Record<string, string> = {
  '/welcome for account': 'test/web/account.test.ts',
  '/invitations/:token for anyone': 'test/web/account.test.ts',
  '/erasures/:token for anyone': 'test/web/erasure.test.ts',
  '/reviews/:claimId for student,mentor': 'test/web/reviews-desk.test.ts',
  '/reviews/practice/:challengeId for student,mentor': 'test/web/reviews.test.ts',
  '/attempts/:attemptId/plan for student': 'test/web/rounds.test.ts',
  '/cards/:pseudonym for recruiter': 'test/web/recruiter-card.test.ts',
  '/interviews/new for recruiter': 'test/web/recruiter-request.test.ts',
  '/interviews/:requestId for recruiter': 'test/web/meetings.test.ts',
  '/home for account': 'test/web/admissions.test.ts',
}

function readersOf(first: string | undefined): readonly string[] {
  if (first === undefined) return []
  const isTheirs = ({ email }: { email: string }) => email.startsWith(`${first}.`)
  return Object.keys(readers).flatMap((group) =>
    people[group]?.some(isTheirs) ? (readers[group] ?? []) : [],
  )
}

/** The route that an entry of pages.ts shows: the first one that matches and admits the person. */
function shownBy({ as, path }: (typeof pages)[number]) {
  const own = readersOf(as)
  return routes.find((route) => {
    const isPath = new RegExp(`^${route.path.replaceAll(/:\w+/g, '[^/]+')}$`).test(path)
    if (!isPath || route.who === 'anyone') return isPath
    return route.who === 'account' ? own.length > 0 : route.who.some((who) => own.includes(who))
  })
}

const nameOf = ({ path, who }: (typeof routes)[number]) => `${path} for ${String(who)}`

it('test/e2e/support/pages.ts has every page of the app, or says here where axe reads it', () => {
  const shown = new Set(pages.map(shownBy))
  const missing = routes.filter((route) => !shown.has(route)).map(nameOf)
  expect(missing.toSorted()).toEqual(Object.keys(elsewhere).toSorted())
})

it.each(Object.entries(elsewhere))('%s is read by axe in %s', (_, file) => {
  expect(existsSync(file) && readFileSync(file, 'utf8').includes('violations()')).toBe(true)
})
