import type { CriterionState } from '../estimate/estimate.ts'

/**
 * The level that a result shows for a criterion. Proficient is level 3 in this version. In any
 * other state it is the level that the mean rounds to, but at most 2, because level 3 is not
 * proven.
 */
export function levelReached(state: CriterionState, mean: number): 1 | 2 | 3 {
  if (state === 'proficient') return 3
  return mean < 1.5 ? 1 : 2
}
