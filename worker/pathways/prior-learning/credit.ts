export interface DecidedClaim {
  /** What the programme gives for it: whole credits. */
  value: number
  decision: 'proficient' | 'not yet'
}

export interface Block {
  /** Under this total nothing is given at all. */
  minimum: number
  /** The most that is given in all. */
  maximum: number
}

export interface Recommendation {
  awarded: number
  /** Credits of each claim, in the order of the claims. */
  perClaim: readonly number[]
  belowMinimum: boolean
}

/**
 * How much credit is recommended for decided claims. They must be in the order of their decision,
 * then of their id: each proficient one gets its value, or what is left of the maximum. All figures
 * are whole credits (semester credit hours in most programmes). Source: cap and block minimum of
 * Texas A&M-Texarkana, 3 to 24 hours, as its catalogue says; the order is the project's rule.
 */
export function priorLearningCredit(
  claims: readonly DecidedClaim[],
  { minimum, maximum }: Block,
): Recommendation {
  let left = maximum
  const perClaim = claims.map(({ value, decision }) => {
    const given = decision === 'proficient' ? Math.min(value, left) : 0
    left -= given
    return given
  })
  const awarded = maximum - left
  if (awarded >= minimum) return { awarded, perClaim, belowMinimum: false }
  return { awarded: 0, perClaim: perClaim.map(() => 0), belowMinimum: true }
}
