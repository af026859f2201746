import type { VisibilityPage } from './visibility.ts'

/** Whether a badge on this student's card is valid. */
export const showsBadge = ({ fields, badges }: VisibilityPage): boolean =>
  fields.credentials.some((shown) =>
    badges.some(({ credentialId }) => credentialId === shown.credentialId),
  )

/**
 * Whether a search can find this student: visibility is on, a badge on their card is valid, and
 * what every opening asks for is on.
 */
export const isFound = (page: VisibilityPage): boolean =>
  page.on && showsBadge(page) && page.missingForSearch.length === 0
