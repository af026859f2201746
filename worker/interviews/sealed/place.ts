import type { Call } from '../../foundation/call/call.ts'
import { organizationOwner } from '../../foundation/crypto/owner.ts'
import { openOr, seal, sealOptional } from '../../foundation/crypto/seal.ts'
import { bookings } from '../tables.ts'

interface Place {
  location: string | null
  /** JSON. */
  contact: string | null
}

/** Opens the location of an interview and the student's contact person; null if not set. */
export async function openPlace(
  call: Call,
  { id, ...sealed }: { id: string } & Place,
): Promise<Place> {
  const [location, contact] = await Promise.all([
    openOr(call, bookings.location, id, sealed.location, null),
    openOr(call, bookings.contact, id, sealed.contact, null),
  ])
  return { location, contact }
}

/** Seals location and contact with the employer's key. */
export async function sealPlace(
  call: Call,
  { id, organizationId }: { id: string; organizationId: string },
  { location, contact }: { location: string | undefined; contact: string },
) {
  const owner = organizationOwner(organizationId)
  return {
    location: await sealOptional(call, bookings.location, id, owner, location),
    contact: await seal(call, bookings.contact, id, owner, contact),
  }
}
