import type { CalibrationItem } from '../../scenarios/challenge/challenge.ts'
import type { ChallengeVersion } from '../../scenarios/challenge/challenge-version.ts'

/** Practice answers to judge before the first review in a challenge. They count for nothing else. */
export const practiceNeeded = 2

/** In the file's order. The hidden ones are never shown as practice, or they would measure nobody. */
export function practiceItems({ calibration }: ChallengeVersion): CalibrationItem[] {
  return calibration.filter(({ use }) => use === 'practice')
}
