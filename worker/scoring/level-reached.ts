import type { CriterionState } from './estimate.ts'

/**
 * The level that a result shows for a criterion. Proficient is level 3 in this version. Any other
 * state shows the level its mean lies in, at most 2, so that no level is shown without proof.
 */
export function levelReached(state: CriterionState, mean: number): 1 | 2 | 3 {
  if (state === 'proficient') return 3
  return mean < 1.5 ? 1 : 2
}
