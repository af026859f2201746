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
  /** Whole days since it ended. */
  daysSince: number
  /** Of a cancellation or a no-show: whether it was the student's. Another one bars nobody. */
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

/** A no is a no for that job, and for any other it keeps its quiet time (talent.md §7). */
export function mayAskAgain({ ended, sameOpening, daysSince, byStudent = true }: Earlier): boolean {
  if (barsNobody(ended, byStudent)) return true
  if (sameOpening && settledForGood.includes(ended)) return false
  return daysSince >= waitDays[ended]
}

/** Whoever was let down by the employer may be asked again at once. */
export function barsNobody(ended: Ending, byStudent: boolean): boolean {
  return !byStudent && (ended === 'cancelled' || ended === 'no-show')
}

/**
 * From when the employer can ask again, and whether only for another opening. Told in whole UTC days,
 * rounded up: the employer does not read at which hour a student acted.
 */
export function askingAgain(ended: Ending, endedAt: Date) {
  const allowedFrom = endedAt.getTime() + waitDays[ended] * dayMs
  return {
    // What the employer closed itself needs no quiet time.
    from: waitDays[ended] === 0 ? endedAt : new Date(Math.ceil(allowedFrom / dayMs) * dayMs),
    otherOpeningOnly: settledForGood.includes(ended),
  }
}
