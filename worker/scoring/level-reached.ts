import type { CriterionState } from './estimate.ts'

/**
 * The level whose words a result shows for a criterion. Proficient is level 3 in this version; what
 * is not proved is shown by the level its mean lies in, 2 at most: words are never ahead of proof.
 */
export function levelReached(state: CriterionState, mean: number): 1 | 2 | 3 {
  if (state === 'proficient') return 3
  return mean < 1.5 ? 1 : 2
}
