import type { Attempt } from './attempt.ts'

/** Screens still to come, about: the middle of the shortest and the longest way. */
export function aheadOf({ turnsLeft: { least, most } }: Attempt['progress']): number {
  return Math.round((least + most) / 2)
}
