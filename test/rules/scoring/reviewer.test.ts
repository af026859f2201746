import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  type AnchoredReview,
  isFarFromKnown,
  profileOf,
} from '../../../worker/scoring/reviewer/profile.ts'
import { agreesWithCases } from '../../support/cases.ts'

interface Case {
  kind: 'peer' | 'mentor'
  anchored: { reference: number[]; rating: number[]; reference_variance?: number }[]
}
interface Expected {
  variance: number
  shift: number
  slope: number | null
  set_aside: boolean
}

agreesWithCases<Case, Expected>('reviewer_profile', ({ kind, anchored }, expected, tolerance) => {
  const profile = profileOf(
    kind,
    anchored.map(({ reference, rating, reference_variance }) =>
      aReview(reference, rating, reference_variance),
    ),
  )
  expect(Math.abs(profile.variance - expected.variance)).toBeLessThanOrEqual(tolerance)
  expect(Math.abs(profile.shift - expected.shift)).toBeLessThanOrEqual(tolerance)
  expect(profile.setAside).toBe(expected.set_aside)
  if (expected.slope === null) expect(profile.slope).toBeNull()
  else expect(Math.abs((profile.slope ?? 9) - expected.slope)).toBeLessThanOrEqual(tolerance)
})

const all = [1, 2, 3, 4]
const times = <Item>(count: number, item: Item) => Array.from({ length: count }, () => item)

describe('a peer', () => {
  it('is not corrected before the eighth anchored review, however severe', () => {
    const severe = aReview(all, [1, 1, 2, 3])
    expect(profileOf('peer', times(7, severe)).shift).toBe(0)
    expect(profileOf('peer', times(8, severe)).shift).toBeCloseTo((-0.75 * 8) / 12, 12)
  })

  it('is not corrected while the difference could be chance', () => {
    const reviews = [
      ...times(5, aReview(all, [2, 3, 4, 4])),
      ...times(4, aReview(all, [1, 1, 2, 3])),
    ]
    expect(profileOf('peer', reviews).shift).toBe(0)
  })

  it('is never corrected by more than three quarters of a level', () => {
    const mild = aReview([1, 1, 2, 2], [4, 4, 4, 4])
    expect(profileOf('peer', times(30, mild)).shift).toBe(0.75)
  })

  it('who rates exactly is never trusted beyond a variance of 0.25', () => {
    expect(profileOf('peer', times(30, aReview(all, all))).variance).toBe(0.25)
  })
})

describe('a mentor', () => {
  it('is not corrected and not set aside, but the admins hear of it', () => {
    const always3 = times(12, aReview(all, [3, 3, 3, 3]))
    const profile = profileOf('mentor', always3)
    expect(profile).toMatchObject({ shift: 0, setAside: false, slope: 0 })
    expect(isFarFromKnown('mentor', profile)).toBe(true)
    expect(isFarFromKnown('peer', profile)).toBe(false)
  })

  it('who rates exactly comes down to 0.15 and no lower', () => {
    const profile = profileOf('mentor', times(30, aReview(all, all)))
    expect(profile.variance).toBe(0.15)
    expect(isFarFromKnown('mentor', profile)).toBe(false)
  })
})

const level = fc.integer({ min: 1, max: 4 })
const history = fc.array(
  fc.tuple(fc.array(fc.tuple(level, level), { minLength: 4, maxLength: 4 })).map(([pairs]) =>
    aReview(
      pairs.map(([reference]) => reference),
      pairs.map(([, rating]) => rating),
    ),
  ),
  { maxLength: 30 },
)

it('any history gives figures that the database accepts, and the same ones again', () => {
  fc.assert(
    fc.property(fc.constantFrom('peer', 'mentor'), history, (role, reviews) => {
      const profile = profileOf(role, reviews)
      expect(profile.variance).toBeGreaterThanOrEqual(role === 'peer' ? 0.25 : 0.15)
      expect(Math.abs(profile.shift)).toBeLessThanOrEqual(0.75)
      expect(profileOf(role, structuredClone(reviews))).toEqual(profile)
    }),
  )
})

function aReview(reference: number[], rating: number[], referenceVariance = 0): AnchoredReview {
  return {
    ratings: reference.map((known, at) => ({
      criterion: `criterion-${at}`,
      reference: known,
      referenceVariance,
      level: rating[at] ?? 0,
    })),
  }
}
