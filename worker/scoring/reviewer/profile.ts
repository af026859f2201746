import { unprovenVariance } from '../estimate/estimate.ts'

/** A review of an answer whose levels are known, one rating for each criterion. */
export interface AnchoredReview {
  ratings: readonly AnchoredRating[]
}

export interface AnchoredRating {
  criterion: string
  /** The known level (t) and how unsure it is (a): 0 if agreed on, else its mentor's variance. */
  reference: number
  referenceVariance: number
  /** The reviewer's level (y). */
  level: number
}

/** How a reviewer's levels compare with known levels (model m1). */
export interface Profile {
  /** b: by how much the reviewer's levels are too high; 0 until it is clear. */
  shift: number
  /** v: how far the levels scatter around the true value. */
  variance: number
  /** By how much the level rises with the known one; null if there is too little to say. */
  slope: number | null
  /** The levels say nothing about the answers, so they are not used. */
  setAside: boolean
}

export type ReviewerRole = 'peer' | 'mentor'

const reviewsForShift = 8
const largestShift = 0.75
/** How many reviews the assumption of no shift counts as. */
const assumedReviews = 4

const ratingsForSlope = 16
const leastSpread = 0.5
const leastSlope = 0.25

/** The least variance, and how many ratings the variance of a new reviewer counts as. */
const bounds = {
  peer: { least: 0.25, assumed: 2 },
  mentor: { least: 0.15, assumed: 8 },
} as const

/**
 * Works out a reviewer's figures from anchored reviews only. That others gave the same level proves
 * nothing, so agreement with them never counts. Mentors are not shifted and not set aside.
 */
export function profileOf(role: ReviewerRole, reviews: readonly AnchoredReview[]): Profile {
  const ratings = reviews.flatMap((review) => review.ratings)
  const { shift, uncertainty } = role === 'peer' ? shiftOf(reviews) : noShift
  const slope = slopeOf(ratings)
  return {
    shift,
    variance: varianceOf(role, ratings, shift, uncertainty),
    slope,
    setAside: role === 'peer' && slope !== null && slope < leastSlope,
  }
}

/** Whether a mentor's levels differ so much from known ones that the admins must hear of it. */
export function isFarFromKnown(role: ReviewerRole, { variance, slope }: Profile): boolean {
  return role === 'mentor' && (variance > 1 || (slope !== null && slope < leastSlope))
}

const noShift = { shift: 0, uncertainty: 0 }

/** b and u: used only from eight reviews on, and if twice the error is not larger than the mean. */
function shiftOf(reviews: readonly AnchoredReview[]) {
  const n = reviews.length
  if (n < reviewsForShift) return noShift
  const differences = reviews.map(({ ratings }) => meanOf(ratings.map(differenceOf)))
  const mean = meanOf(differences)
  const squares = differences.reduce((sum, each) => sum + (each - mean) ** 2, 0)
  const deviation = Math.sqrt(squares / (n - 1))
  if (mean === 0 || Math.abs(mean) < (2 * deviation) / Math.sqrt(n)) return noShift
  const shrunk = (mean * n) / (n + assumedReviews)
  return {
    shift: Math.min(largestShift, Math.max(-largestShift, shrunk)),
    uncertainty: deviation ** 2 / (n + assumedReviews),
  }
}

/**
 * v, averaged over the four known levels: if it were averaged over the ratings, always saying the
 * most common level would look exact.
 */
function varianceOf(
  role: ReviewerRole,
  ratings: readonly AnchoredRating[],
  shift: number,
  uncertainty: number,
): number {
  const { least, assumed } = bounds[role]
  const byLevel = [1, 2, 3, 4].map((level) => {
    const known = ratings.filter(({ reference }) => reference === level)
    const spread = known.reduce(
      (sum, rating) => sum + (differenceOf(rating) - shift) ** 2 - rating.referenceVariance,
      0,
    )
    return (assumed * unprovenVariance[role] + spread) / (assumed + known.length)
  })
  return Math.max(least, uncertainty + meanOf(byLevel))
}

/** The slope of the reviewer's level over the known one, if the known levels differ enough. */
function slopeOf(ratings: readonly AnchoredRating[]): number | null {
  if (ratings.length < ratingsForSlope) return null
  const [t, y] = [
    meanOf(ratings.map(({ reference }) => reference)),
    meanOf(ratings.map(({ level }) => level)),
  ]
  const spread = meanOf(ratings.map(({ reference }) => (reference - t) ** 2))
  if (spread < leastSpread) return null
  return meanOf(ratings.map(({ reference, level }) => (reference - t) * (level - y))) / spread
}

const differenceOf = ({ level, reference }: AnchoredRating) => level - reference

const meanOf = (numbers: readonly number[]) =>
  numbers.reduce((sum, each) => sum + each, 0) / numbers.length
