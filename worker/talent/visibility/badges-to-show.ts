import { countriesOf } from '../eligibility/crowd.ts'
import type { JudgedBadge } from './find-showable-badges.ts'
import type { VisibleFields } from './visibility.ts'

/**
 * The badges that are switched on in `fields`, as rows of `visible_credentials`, except that the
 * excerpt is not sealed yet and that each also has its `rubricHash`.
 */
export function badgesToShow(
  { credentials, regions = [] }: VisibleFields,
  badges: readonly JudgedBadge[],
) {
  const on = credentials.flatMap(({ credentialId, excerpt, criteria = false }) => {
    const badge = badges.find((each) => each.credentialId === credentialId)
    return badge ? [{ badge, excerpt, criteria: criteria && badge.hasCriteria }] : []
  })
  const places = {
    regions: JSON.stringify(regions.toSorted()),
    countries: JSON.stringify(countriesOf(regions)),
  }
  return on.map(({ badge, excerpt, criteria }) => {
    const { credentialId, skill, level, month, mentorReviewed, challengeTitle } = badge
    return {
      credentialId,
      skill,
      level,
      month,
      mentorReviewed,
      challengeTitle,
      excerpt,
      ...places,
      rubricHash: badge.rubricHash,
      levels: JSON.stringify(badge.levels),
      signs: criteria ? JSON.stringify(badge.signs) : null,
    }
  })
}
