import * as m from '../../../web/paraglide/messages/_index.js'
import { open } from '../../foundation/crypto/seal.ts'
import type { Reader } from '../../foundation/reader/reader.ts'
import { say } from '../../http/say.ts'
import type { Booking } from '../booking/find-live-booking.ts'
import type { Edition } from '../edition/edition.ts'
import { readContact } from '../edition/meeting.ts'

/** The link, the address or the number; before that is said, the place of an interview in person. */
export function locationOf(
  booking: Booking,
  { format, place }: Pick<Edition, 'format' | 'place'>,
): string | undefined {
  if (booking.location !== null) return open(booking.location)
  return format === 'in-person' ? place.name : undefined
}

/** Name, address and number of whom the student can turn to, in one line. */
export function contactLine({ contact }: Booking, reader: Reader): string | undefined {
  if (contact === null) return undefined
  const { name, email, telephone } = readContact(open(contact))
  const ways = [email, telephone].filter((way) => way !== undefined).join(', ')
  return say(reader, m.appointments_contact_line, { name, ways })
}
