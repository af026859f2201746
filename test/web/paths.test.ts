import { expect, test } from 'vitest'

import { returnPath, signInPath } from '../../web/lib/return-path.ts'
import { whereFirst } from '../../web/lib/where-first.ts'
import { aSession } from './support/people.ts'

test.each([
  ['/attempts/a1?x=1', '/attempts/a1?x=1'],
  ['//evil.example', '/home'],
  [String.raw`/\evil.example`, '/home'],
  ['https://evil.example', '/home'],
  ['javascript:alert(1)', '/home'],
  ['', '/home'],
  [null, '/home'],
])('after signing in, %s leads to %s', (to, expected) => {
  expect(returnPath(to)).toBe(expected)
})

test('the sign-in page knows where to come back to', () => {
  const path = signInPath({ pathname: '/openings/o1', search: '?tab=2' })
  expect(new URLSearchParams(path.split('?')[1]).get('to')).toBe('/openings/o1?tab=2')
})

test('somebody whose name is unknown says it first, and comes back', () => {
  const session = aSession([])
  session.account.complete = false
  expect(whereFirst(session, { pathname: '/home', search: '' })).toBe('/welcome?to=%2Fhome')
  expect(whereFirst(session, { pathname: '/invitations/t', search: '' })).toBeUndefined()
  expect(whereFirst(aSession(), { pathname: '/home', search: '' })).toBeUndefined()
})
