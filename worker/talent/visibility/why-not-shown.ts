import type { Problem } from '../../foundation/call/problem.ts'
import { invalidInput } from '../../http/problems.ts'
import type { ShowableBadge } from './find-showable-badges.ts'
import { excerptNotYours, visibilityNeedsCredential } from '../problems.ts'
import { isPassageOf, type VisibleFields } from './visibility.ts'

/**
 * Why these fields cannot be shown: no badge, a badge that is not in `badges`, criteria that may
 * not be shown, or an excerpt that is not in the judged answers.
 */
export function whyNotShown(
  fields: VisibleFields,
  badges: readonly ShowableBadge[],
): Problem | undefined {
  if (fields.credentials.length === 0) return visibilityNeedsCredential()
  for (const { credentialId, excerpt, criteria } of fields.credentials) {
    const badge = badges.find((each) => each.credentialId === credentialId)
    if (!badge || (criteria && !badge.hasCriteria))
      return invalidInput('Check: fields.credentials.', { fields: ['fields.credentials'] })
    if (excerpt !== undefined && !isPassageOf(badge.answers, excerpt)) return excerptNotYours()
  }
  return undefined
}
