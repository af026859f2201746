import type { CalibrationItem } from '../../scenarios/challenge/challenge.ts'
import type { ChallengeVersion } from '../../scenarios/challenge/challenge-version.ts'

/** How many practice answers a reviewer must judge before their first review in a challenge. */
export const practiceNeeded = 2

/**
 * The practice answers, in the file's order. The other items stay hidden, because they serve to
 * measure reviewers.
 */
export function practiceItems({ calibration }: ChallengeVersion): CalibrationItem[] {
  return calibration.filter(({ use }) => use === 'practice')
}
