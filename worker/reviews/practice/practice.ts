import type { CalibrationItem } from '../../scenarios/challenge/challenge.ts'
import type { ChallengeVersion } from '../../scenarios/challenge/challenge-version.ts'

/** Practice answers to judge before the first review in a challenge. They count nowhere else. */
export const practiceNeeded = 2

/**
 * In the file's order. Leaves out the hidden items: they measure reviewers, who must not know them.
 */
export function practiceItems({ calibration }: ChallengeVersion): CalibrationItem[] {
  return calibration.filter(({ use }) => use === 'practice')
}
