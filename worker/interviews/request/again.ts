/** How an earlier request ended. */
export type Ending =
  | 'withdrawn'
  | 'expired'
  | 'lapsed'
  | 'declined'
  | 'cancelled'
  | 'no-show'
  | 'closed'

interface Earlier {
  ended: Ending
  sameOpening: boolean
  /** Whole days since the request ended. */
  daysSince: number
  /** Whether the student cancelled or was absent. If not, they may be asked again at once. */
  byStudent?: boolean
}

const waitDays: Record<Ending, number> = {
  withdrawn: 7,
  expired: 14,
  lapsed: 14,
  declined: 30,
  cancelled: 30,
  'no-show': 30,
  closed: 0,
}

const dayMs = 86_400_000

const settledForGood: readonly Ending[] = ['declined', 'cancelled', 'no-show', 'closed']

/**
 * Whether an earlier request lets the employer ask the student again. For the same opening: never
 * after an ending in `settledForGood`. Otherwise after a waiting time (`waitDays`). Neither rule
 * applies if `barsNobody`.
 */
export function mayAskAgain({ ended, sameOpening, daysSince, byStudent = true }: Earlier): boolean {
  if (barsNobody(ended, byStudent)) return true
  if (sameOpening && settledForGood.includes(ended)) return false
  return daysSince >= waitDays[ended]
}

/**
 * Whether the employer cancelled or missed the interview. Then the student may be asked again at
 * once.
 */
export function barsNobody(ended: Ending, byStudent: boolean): boolean {
  return !byStudent && (ended === 'cancelled' || ended === 'no-show')
}

/**
 * From when the employer can ask again, and whether only for another opening. The time is rounded
 * up to a whole UTC day, so that the employer cannot see at which hour a student acted.
 */
export function askingAgain(ended: Ending, endedAt: Date) {
  const allowedFrom = endedAt.getTime() + waitDays[ended] * dayMs
  return {
    // There is no waiting time after a request that the employer closed.
    from: waitDays[ended] === 0 ? endedAt : new Date(Math.ceil(allowedFrom / dayMs) * dayMs),
    otherOpeningOnly: settledForGood.includes(ended),
  }
}
