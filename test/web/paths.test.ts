import { expect, test } from 'vitest'

import { returnPath } from '../../web/lib/router/return-path.ts'
import { signInPath } from '../../web/lib/router/sign-in-path.ts'
import { whereFirst } from '../../web/lib/reader/where-first.ts'
import { aSession } from './support/people.ts'

test.each([
  ['/attempts/a1?x=1', '/attempts/a1?x=1'],
  ['//evil.example', '/home'],
  [String.raw`/\evil.example`, '/home'],
  ['https://evil.example', '/home'],
  ['javascript:alert(1)', '/home'],
  ['', '/home'],
  [null, '/home'],
  ['/%09/elsewhere', '/%09/elsewhere'],
  ['/\t/elsewhere', '/home'],
  ['/\n/elsewhere', '/home'],
  ['\t//elsewhere', '/home'],
  ['/./\t/elsewhere', '/home'],
  ['/.//elsewhere.example', '/home'],
  ['/a/..//elsewhere.example', '/home'],
  ['/%2e//elsewhere.example', '/home'],
  ['/\u0085/elsewhere', '/home'],
  [' //elsewhere', '/home'],
  ['data:text/html,hi', '/home'],
  ['home', '/home'],
  [String.raw`/home?next=\\elsewhere`, '/home'],
  ['/home?next=//elsewhere', '/home?next=//elsewhere'],
  ['/reviews#lane', '/reviews#lane'],
  ['/openings/../home', '/home'],
  ['/@elsewhere.example', '/@elsewhere.example'],
])('after signing in, %s leads to %s', (to, expected) => {
  expect(returnPath(to)).toBe(expected)
})

test('with any character between the slashes, the page that opens is ours', () => {
  const astray = Array.from({ length: 0x300 }, (_, code) => String.fromCharCode(code))
    .flatMap((sign) => [`/${sign}/elsewhere.example`, `${sign}//elsewhere.example`])
    .filter((to) => new URL(returnPath(to), location.origin).origin !== location.origin)
  expect(astray).toEqual([])
})

test('a return path in the address bar is read as the browser reads it', () => {
  // %09 in the query decodes to a tab.
  const to = new URLSearchParams('to=/%09/elsewhere.example').get('to')
  expect(returnPath(to)).toBe('/home')
})

test('the sign-in page returns to the right page', () => {
  const path = signInPath({ pathname: '/openings/o1', search: '?tab=2' })
  expect(new URLSearchParams(path.split('?')[1]).get('to')).toBe('/openings/o1?tab=2')
  const part = signInPath({ pathname: '/interviews/r1', search: '', hash: '#messages' })
  expect(new URLSearchParams(part.split('?')[1]).get('to')).toBe('/interviews/r1#messages')
})

test('a person without a name gives it first, and comes back', () => {
  const session = aSession([])
  session.account.complete = false
  expect(whereFirst(session, { pathname: '/home', search: '' })).toBe('/welcome?to=%2Fhome')
  expect(whereFirst(session, { pathname: '/invitations/t', search: '' })).toBeUndefined()
  const publicMail = { ...session, account: { ...session.account, hasPublicMail: true } }
  expect(whereFirst(publicMail, { pathname: '/apply', search: '' })).toBeUndefined()
  expect(whereFirst(session, { pathname: '/apply', search: '' })).toBe('/welcome?to=%2Fapply')
  expect(whereFirst(aSession(), { pathname: '/home', search: '' })).toBeUndefined()
})
