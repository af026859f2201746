/**
 * The ratings of a criterion grouped by submission, as the sums that a one-way analysis of variance
 * needs. The database can add these up over thousands of ratings.
 */
export interface Sums {
  /** Submissions (n). */
  groups: number
  /** Ratings (N = Σkᵢ). */
  ratings: number
  /** Σkᵢ² */
  squaredSizes: number
  /** Sum of the submissions' means. */
  means: number
  /** Sum of all ratings. */
  levels: number
  /** Sum of all squared ratings. */
  squaredLevels: number
  /** Σ (sum of a submission's ratings)² / kᵢ */
  squaredGroups: number
}

export interface OneWay {
  /** Mean squares between and within submissions. */
  msb: number
  msw: number
  /** How many ratings a submission has, averaged for groups of unequal size. */
  k0: number
}

export function sumsOf(groups: readonly (readonly number[])[]): Sums {
  const sums: Sums = {
    groups: 0,
    ratings: 0,
    squaredSizes: 0,
    means: 0,
    levels: 0,
    squaredLevels: 0,
    squaredGroups: 0,
  }
  for (const group of groups.filter(({ length }) => length > 0)) {
    const sum = group.reduce((total, level) => total + level, 0)
    sums.groups += 1
    sums.ratings += group.length
    sums.squaredSizes += group.length ** 2
    sums.means += sum / group.length
    sums.levels += sum
    sums.squaredLevels += group.reduce((total, level) => total + level ** 2, 0)
    sums.squaredGroups += sum ** 2 / group.length
  }
  return sums
}

/**
 * One-way random effects analysis of variance. Null with fewer than two submissions, or if no
 * submission has two ratings.
 */
export function oneWay(sums: Sums): OneWay | null {
  const { groups, ratings, squaredSizes, levels, squaredLevels, squaredGroups } = sums
  if (groups < 2 || ratings <= groups) return null
  return {
    msb: (squaredGroups - levels ** 2 / ratings) / (groups - 1),
    // Sums of integers and their quotients: a tiny negative remainder is an error of rounding.
    msw: Math.max(0, squaredLevels - squaredGroups) / (ratings - groups),
    k0: (ratings - squaredSizes / ratings) / (groups - 1),
  }
}

/**
 * How far the levels of two reviewers of the same answer agree, beyond chance: ICC(1,1) for one
 * review, ICC(1,k) for the mean of all reviews of an answer. Null if nothing varies.
 * P. Shrout, J. Fleiss, Intraclass Correlations, Psychological Bulletin 86, 1979.
 */
export function intraclass(sums: Sums): { single: number | null; mean: number | null } {
  const found = oneWay(sums)
  if (!found) return { single: null, mean: null }
  const { msb, msw, k0 } = found
  return { single: ratio(msb - msw, msb + (k0 - 1) * msw), mean: ratio(msb - msw, msb) }
}

const ratio = (part: number, whole: number) => (Math.abs(whole) < 1e-12 ? null : part / whole)

/**
 * How many reviews of an answer give a mean as reliable as `target`, if `single` is ICC(1,1)
 * (Spearman and Brown). Null if reviewers agree no better than by chance.
 */
export function reviewsNeeded(single: number, target: number): number | null {
  if (single <= 0) return null
  const exact = (target * (1 - single)) / (single * (1 - target))
  return Math.max(1, Math.ceil(exact - 1e-9))
}
