import { expect, it } from 'vitest'

import { isAdult, isOfAge } from '../../../worker/accounts/account/age.ts'
import { weekOf } from '../../../worker/accounts/session/session.ts'
import { closesAt, promisedAt } from '../../../worker/attempts/attempt/attempt.ts'
import { monthsLater } from '../../../worker/foundation/reader/months-later.ts'
import { invitationEnd } from '../../../worker/organizations/invitation/invitation.ts'
import { nextPromise } from '../../../worker/reviews/promise/promise.ts'

const at = (text: string) => new Date(text)

it.each([
  ['2026-09-01T10:00:00.250Z', 36, '2029-09-01T10:00:00.250Z'],
  ['2026-01-31T23:59:59.000Z', 1, '2026-02-28T23:59:59.000Z'],
  ['2024-02-29T00:00:00.000Z', 36, '2027-02-28T00:00:00.000Z'],
  ['2026-11-30T12:00:00.000Z', 3, '2027-02-28T12:00:00.000Z'],
  ['2027-08-31T05:30:00.000Z', 6, '2028-02-29T05:30:00.000Z'],
  ['2026-12-31T23:00:00.000Z', 12, '2027-12-31T23:00:00.000Z'],
])('%s, %i months later, is %s', (from, months, until) => {
  expect(monthsLater(at(from), months)).toEqual(at(until))
})

it('an attempt is open until the end of the thirtieth day in the student’s zone', () => {
  const started = at('2027-03-01T10:00:00Z')
  expect(closesAt(started, 'Europe/London')).toEqual(at('2027-03-31T22:59:59.999Z'))
  expect(closesAt(started, 'Asia/Kathmandu')).toEqual(at('2027-03-31T18:14:59.999Z'))
})

it('a result is promised for the end of a day in the author’s zone', () => {
  const handedIn = at('2026-11-20T15:12:00Z')
  expect(promisedAt(handedIn, 7, 'America/Los_Angeles')).toEqual(at('2026-11-28T07:59:59.999Z'))
  expect(promisedAt(handedIn, 7, 'Europe/London')).toEqual(at('2026-11-27T23:59:59.999Z'))
  // In Auckland it is already the 21st.
  expect(promisedAt(handedIn, 7, 'Pacific/Auckland')).toEqual(at('2026-11-28T10:59:59.999Z'))
})

it('a missed date moves by two calendar days, and never to a past one', () => {
  const promised = at('2027-03-26T23:59:59.999Z')
  const minuteLate = at('2027-03-27T00:01:00Z')
  expect(nextPromise(promised, minuteLate, 'UTC')).toEqual(at('2027-03-28T23:59:59.999Z'))
  // The clocks go forward on the 28th, so the day ends an hour earlier.
  expect(nextPromise(promised, minuteLate, 'Europe/London')).toEqual(at('2027-03-28T22:59:59.999Z'))
  const within = at('2027-03-28T23:10:00Z')
  expect(nextPromise(promised, within, 'Europe/London')).toEqual(at('2027-03-30T22:59:59.999Z'))
  expect(nextPromise(promised, at('2027-03-31T12:00:00Z'), 'UTC')).toEqual(
    at('2027-04-01T23:59:59.999Z'),
  )
})

it.each([
  ['student', 'America/New_York', '2027-11-16T04:59:59.999Z'],
  ['mentor', 'Europe/Berlin', '2027-11-15T22:59:59.999Z'],
  ['recruiter', 'Europe/Berlin', '2027-11-04T22:59:59.999Z'],
  ['admin', 'Asia/Singapore', '2027-11-05T15:59:59.999Z'],
] as const)('an invitation as %s from %s can be taken up until %s', (role, zone, end) => {
  expect(invitationEnd(role, at('2027-11-01T20:30:00Z'), zone)).toEqual(at(end))
})

it.each([
  ['2026-12-31T23:59:59Z', 2008, 11, true],
  ['2026-11-30T23:59:59Z', 2008, 11, false],
  ['2026-12-31T23:59:59Z', 2008, null, false],
  ['2027-01-01T00:00:00Z', 2008, null, true],
])('at %s somebody born in %i, month %j, is of age: %s', (now, birthYear, birthMonth, adult) => {
  expect(isAdult({ birthYear, birthMonth }, at(now))).toBe(adult)
  expect(isOfAge(18, { birthYear: birthYear + 2, birthMonth }, at(now))).toBe(false)
})

it.each([
  ['2027-02-28T23:59:59.999Z', '2027-02-22T00:00:00.000Z'],
  ['2027-03-01T00:00:00.000Z', '2027-03-01T00:00:00.000Z'],
  ['2028-02-29T12:00:00.000Z', '2028-02-28T00:00:00.000Z'],
])('%s is in the week of %s', (time, monday) => {
  expect(weekOf(at(time))).toEqual(at(monday))
})
