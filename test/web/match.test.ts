import type { Component } from 'svelte'
import { expect, test } from 'vitest'

import { matcher } from '../../web/lib/router/match.ts'
import { route, type Who } from '../../web/lib/router/route.ts'
import { linesFor } from '../../web/lib/reader/navigation.ts'
import { admits } from '../../web/lib/reader/session.ts'
import { routes as pages } from '../../web/routes.ts'
import { aMembership, aSession } from './support/people.ts'

const Nothing: Component<Record<string, string>> = () => ({})
const page = () => Promise.resolve({ default: Nothing })
const student = route('/home', ['student'], page)
const mentor = route('/home', ['mentor'], page)
const nobody = route('/home', 'account', page)
const attempt = route('/attempts/:attemptId', ['student'], page)
const signIn = route('/sign-in', 'anyone', page)
const closed = route('/closed/:roles', 'anyone', page)
const routes = [signIn, student, mentor, nobody, attempt]

function findFor(session: Parameters<typeof admits>[1]) {
  const find = matcher(routes, (who: Who) => admits(who, session), closed)
  return (path: string) => find(new URL(path, 'https://mettle.example'))
}

test.each([
  ['a student', aSession([aMembership('student')]), student],
  ['a mentor', aSession([aMembership('mentor')]), mentor],
  ['somebody in no programme', aSession([]), nobody],
  ['somebody not signed in', null, closed],
])('%s gets their own page at the same address', (_, session, expected) => {
  expect(findFor(session)('/home')?.route).toBe(expected)
})

test('a page gets its parameters, decoded', () => {
  const find = findFor(aSession())
  expect(find('/attempts/a%20b/')).toEqual({ route: attempt, params: { attemptId: 'a b' } })
})

test('an address with a malformed escape matches no page', () => {
  expect(findFor(aSession())('/attempts/%E0%A4%A')).toBeUndefined()
})

test('an unknown address matches nothing, and a page for others is closed', () => {
  const find = findFor(aSession([aMembership('mentor')]))
  expect(find('/nowhere')).toBeUndefined()
  expect(find('/attempts/a1')).toEqual({ route: closed, params: { roles: 'student' } })
})

const own = ['/badges', '/badges/b1', '/visibility', '/interviews', '/interviews/r1']
const read = ['/attempts/a1', '/attempts/a1/result', '/home']
const pageOf = (session: Parameters<typeof admits>[1], path: string) =>
  matcher(pages, (who) => admits(who, session), closed)(new URL(path, 'https://mettle.example'))
    ?.route

test.each([...own, ...read])('%s can be opened without a role', (path) => {
  expect(pageOf(aSession([]), path)?.who).toBe('account')
})

test('a recruiter finds the employer’s requests under Interviews', () => {
  const recruiter = aSession([aMembership('recruiter')])
  for (const path of ['/interviews', '/interviews/new', '/interviews/r1']) {
    expect(pageOf(recruiter, path)?.who).toEqual(['recruiter'])
  }
})

test.each([
  ['/cohorts', 'programme-admin'],
  ['/approvals', 'operator-admin'],
  ['/operations', 'operator-admin'],
])('%s is closed to the admin of an employer', (path, reader) => {
  const employer = aMembership('admin', { kind: 'employer' })
  expect(pageOf(aSession([employer]), path)).toBe(closed)
  const operator = aMembership('admin', { operator: true })
  expect(pageOf(aSession([operator]), path)?.who).toEqual([reader])
})

test('the menu has the words and the order of the pages without script', () => {
  const menu = (acting: Parameters<typeof linesFor>[0]) =>
    linesFor(acting)
      .map(({ words }) => words)
      .join(' ')
  // The Worker's pages have the same menu: test/worker/pages/pages.test.ts.
  expect(menu(undefined)).toBe('Challenges How it works For employers')
  expect(menu(aMembership('student'))).toBe('Home Challenges Reviews Badges Visibility Interviews')
  expect(menu(aMembership('admin'))).toBe('Home Cohorts People Audit trail')
  expect(menu(aMembership('admin', { operator: true }))).toBe(
    'Home Cohorts People Approvals Operations Audit trail',
  )
})

test('the menu of a person without a role leads to their own pages', () => {
  const paths = linesFor(null).map(({ href }) => href)
  expect(paths).toEqual(['/home', '/badges', '/visibility', '/interviews'])
})
