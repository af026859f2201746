import type { VisibilityPage } from './visibility.ts'

/**
 * Whether employers can find this student: visibility is on, and a badge on their card is valid.
 */
export const isFound = ({ on, fields, badges }: VisibilityPage): boolean =>
  on &&
  fields.credentials.some((shown) =>
    badges.some(({ credentialId }) => credentialId === shown.credentialId),
  )
