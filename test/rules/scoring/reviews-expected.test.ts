import { expect, it } from 'vitest'

import { reviewsExpected } from '../../../worker/scoring/result/reviews-expected.ts'

type Row = [peers: number, mentors: number, isAwaited: boolean, expected: number, why: string]

it.each<Row>([
  [0, 0, true, 2, 'one peer and one mentor, or two mentors'],
  [1, 0, true, 2, 'a mentor decides with this peer'],
  [0, 1, true, 2, 'anybody decides with this mentor'],
  [2, 0, true, 3, 'two peers still need a mentor'],
  [1, 1, false, 2, 'enough'],
  [2, 1, true, 4, 'enough, but not clear: one more was asked'],
  [5, 0, true, 6, 'peers alone never decide'],
])('in pilot, with %i peers and %i mentors (more awaited: %s): %i, %s', (...row) => {
  const [peers, mentors, isAwaited, expected] = row
  const asked = { peers, mentors, isAwaited, pilot: true, mentorAsked: mentors > 0 }
  expect(reviewsExpected(asked)).toBe(expected)
})

it.each<[...Row, mentorAsked?: boolean]>([
  [0, 0, true, 3, 'three peers'],
  [2, 0, true, 3, 'a third peer'],
  [3, 0, false, 3, 'enough'],
  [1, 0, true, 2, 'a mentor was asked', true],
])('after it, with %i peers and %i mentors (more awaited: %s): %i, %s', (...row) => {
  const [peers, mentors, isAwaited, expected, , mentorAsked = false] = row
  expect(reviewsExpected({ peers, mentors, isAwaited, pilot: false, mentorAsked })).toBe(expected)
})
