import type { Call } from '../../foundation/call/call.ts'
import { organizationOwner } from '../../foundation/crypto/owner.ts'
import { openOr, seal } from '../../foundation/crypto/seal.ts'
import { organizations } from '../tables.ts'

/** Opens the contact of an organization, or answers `absent` if it has none. */
export function openContact<Absent>(
  call: Call,
  organizationId: string,
  contact: string | null,
  absent: Absent,
): Promise<string | Absent> {
  return openOr(call, organizations.contact, organizationId, contact, absent)
}

export function sealContact(call: Call, organizationId: string, contact: string) {
  const owner = organizationOwner(organizationId)
  return seal(call, organizations.contact, organizationId, owner, contact)
}

/**
 * Whether a new contact differs from the stored one. False if `contact` is undefined, which means
 * no change.
 */
export async function isOtherContact(
  call: Call,
  own: Pick<typeof organizations.$inferSelect, 'id' | 'contact'>,
  contact: string | undefined,
): Promise<boolean> {
  return contact !== undefined && contact !== (await openContact(call, own.id, own.contact, ''))
}
