import * as v from 'valibot'

import type { Claim } from '../claim/find-claim.ts'
import { LockLevelsInput } from './lock-levels-input.ts'
import type { RatedLevel } from './review.ts'

type LockedLevels = LockLevelsInput['ratings']

/** The levels and ticks that were fixed; null while they may change. */
export function lockedLevelsOf({ lockedLevels }: Pick<Claim, 'lockedLevels'>): LockedLevels | null {
  if (lockedLevels === null) return null
  return v.parse(LockLevelsInput, { ratings: JSON.parse(lockedLevels) }).ratings
}

/** Whether these ratings have the levels and ticks that were fixed. */
export function areAsLocked(ratings: readonly RatedLevel[], locked: LockedLevels): boolean {
  return locked.every(({ criterion, level, indicators }) => {
    const given = ratings.find((rating) => rating.criterion === criterion)
    const isSame = (ids: readonly string[]) =>
      ids.toSorted().join() === indicators.toSorted().join()
    return given?.level === level && isSame(given.indicators)
  })
}
