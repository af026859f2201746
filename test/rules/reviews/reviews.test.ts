import { describe, expect, it } from 'vitest'

import { effectiveAt, leaseUntil, soonestHandIn } from '../../../worker/reviews/claim/lease.ts'
import { inOrder } from '../../../worker/reviews/queue/offer-order.ts'
import { creditOf, pauseOf } from '../../../worker/reviews/standing/owed.ts'
import { reviewsOwed } from '../../../worker/scenarios/catalogue/reviews-owed.ts'
import { haveMinimum, mentorsLacking } from '../../../worker/reviews/queue/quota.ts'
import { isSmallPool } from '../../../worker/reviews/queue/pool.ts'
import { stepAfter, tellAgainAt } from '../../../worker/reviews/promise/promise.ts'
import { agreesWithCases } from '../../support/cases.ts'

interface Queued {
  id: string
  late: boolean
  assigned: number
  same_cohort: boolean
  credit: number
  hand_in_hour: number
  dice: number
}

agreesWithCases<Queued[], string[]>('queue_order', (input, expected) => {
  const offers = input.map(({ id, late, assigned, credit, dice: randomOrder, ...rest }) => ({
    submissionId: id,
    late,
    assigned,
    credit,
    randomOrder,
    sameCohort: rest.same_cohort,
    handInHour: rest.hand_in_hour,
  }))
  expect(inOrder(offers).map(({ submissionId }) => submissionId)).toEqual(expected)
})

const at = (minutes: number) => new Date(Date.UTC(2026, 8, 1) + minutes * 60_000)

describe('a lease', () => {
  it('is renewed for two hours by each draft, to eight from the claim at most', () => {
    expect(leaseUntil(at(0), at(0))).toEqual(at(120))
    expect(leaseUntil(at(0), at(90))).toEqual(at(210))
    expect(leaseUntil(at(0), at(400))).toEqual(at(480))
  })

  it('allows a review after a minute, later for a long answer, and 30 s after the last one', () => {
    expect(soonestHandIn(at(0), 200)).toEqual(at(1))
    expect(soonestHandIn(at(0), 960)).toEqual(at(2))
    expect(soonestHandIn(at(0), 200, at(0.9))).toEqual(at(1.4))
    expect(effectiveAt(at(5))).toEqual(at(6))
  })
})

describe('what is owed', () => {
  it('is five for the first hand-in in a challenge and three for each later one', () => {
    expect([0, 1, 2, 3].map(reviewsOwed)).toEqual([0, 5, 8, 11])
    expect([creditOf(0, 5), creditOf(7, 5), creditOf(20, 5)]).toEqual([-5, 2, 5])
  })

  const peer = { given: 0, owed: 5, lastHandedInAt: at(0), released: [] }

  it('slows down a person who gives more than twice as many, and stops at fifteen times', () => {
    expect(pauseOf({ ...peer, given: 9 }, 'peer', at(1))).toBeUndefined()
    expect(pauseOf({ ...peer, given: 10 }, 'peer', at(1))).toEqual({ why: 'pace', until: at(5) })
    expect(pauseOf({ ...peer, given: 10 }, 'peer', at(5))).toBeUndefined()
    expect(pauseOf({ ...peer, given: 75 }, 'peer', at(99))).toEqual({ why: 'enough' })
  })

  it('stops nobody who has not handed in yet', () => {
    expect(pauseOf({ ...peer, owed: 0, lastHandedInAt: undefined }, 'peer', at(1))).toBeUndefined()
  })

  it('slows down no mentor', () => {
    expect(pauseOf({ ...peer, owed: 0, given: 200 }, 'mentor', at(1))).toBeUndefined()
  })

  it('the third claim given back for want of time makes the next one wait a day', () => {
    const released = (...minutes: number[]) => ({
      ...peer,
      released: minutes.map((minute) => ({ at: at(minute), reason: 'no-time' as const })),
    })
    const until = at(20 + 1440)
    expect(pauseOf(released(20, 10), 'peer', at(30))).toBeUndefined()
    expect(pauseOf(released(20, 10, 0), 'mentor', at(30))).toEqual({
      why: 'released-too-often',
      until,
    })
    expect(pauseOf(released(20, 10, 0), 'peer', until)).toBeUndefined()
  })
})

it.each([
  [0, 0, true],
  [8, 8, true],
  [9, 9, false],
  [16, 32, true],
  [17, 34, false],
  [3, 30, true],
])('%d students who hand in %d times are a small pool: %s', (students, handIns, small) => {
  expect(isSmallPool(students, handIns)).toBe(small)
})

describe('a promise of seven days', () => {
  const promised = { handedInAt: at(0), promisedAt: at(7 * 1440) }

  it('is late on the third, asks mentors on the fourth, tells the admin on the sixth', () => {
    expect(stepAfter(undefined, promised)).toEqual({ step: 'late', dueAt: at(3 * 1440) })
    expect(stepAfter('late', promised)).toEqual({ step: 'mentors', dueAt: at(4 * 1440) })
    expect(stepAfter('mentors', promised)).toEqual({ step: 'admin', dueAt: at(6 * 1440) })
    expect(stepAfter('admin', promised)).toEqual({ step: 'missed', dueAt: at(7 * 1440) })
  })
})

it.each([
  [0, 0, 2],
  [1, 0, 1],
  [2, 0, 1],
  [5, 0, 1],
  [0, 1, 1],
  [1, 1, 0],
])(
  'in pilot, after %d peers and %d mentors, %d mentors would complete the minimum',
  (peers, mentors, lacking) => {
    expect(mentorsLacking({ peers, mentors }, true)).toBe(lacking)
    expect(haveMinimum({ peers, mentors }, true)).toBe(lacking === 0)
  },
)

it.each([
  [0, 0, 2],
  [1, 0, 1],
  [2, 0, 1],
  [3, 0, 0],
  [1, 1, 0],
])(
  'after the pilot, with %d peers and %d mentors, %d mentors are lacking',
  (peers, mentors, lacking) => {
    expect(mentorsLacking({ peers, mentors }, false)).toBe(lacking)
    expect(haveMinimum({ peers, mentors }, false)).toBe(lacking === 0)
  },
)

it('that there is no date is told again after a week, five times, and then each four weeks', () => {
  const day = 1440
  expect([3, 7, 8, 40].map((missed) => tellAgainAt(missed, at(0)))).toEqual([
    at(7 * day),
    at(7 * day),
    at(28 * day),
    at(28 * day),
  ])
})
