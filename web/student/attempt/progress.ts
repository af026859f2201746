import type { Attempt } from './attempt.ts'

/** Estimated screens to come: the mean of the shortest and the longest path. */
export function aheadOf({ turnsLeft: { least, most } }: Attempt['progress']): number {
  return Math.round((least + most) / 2)
}
