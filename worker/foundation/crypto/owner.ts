/** Who owns personal text: each owner has a key in the vault, and text without its key is lost. */
export type Owner = `${OwnerKind}:${string}`

/** A person, an organization, or a day (`day:2026-11-29`) for text that is gone in two days. */
export type OwnerKind = 'account' | 'organization' | 'day'

export const accountOwner = (accountId: string): Owner => `account:${accountId}`

export const organizationOwner = (organizationId: string): Owner => `organization:${organizationId}`

/** For text that nobody needs after two days: then the vault destroys the day's key. */
export const dayOwner = (now: Date): Owner => `day:${now.toISOString().slice(0, 10)}`
