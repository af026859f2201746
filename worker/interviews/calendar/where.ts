import * as m from '../../../web/paraglide/messages/_index.js'
import type { Call } from '../../foundation/call/call.ts'
import type { Reader } from '../../foundation/reader/reader.ts'
import { say } from '../../http/say.ts'
import type { BookingRow } from '../request/request.ts'
import type { Edition } from '../edition/edition.ts'
import { openPlace } from '../sealed/place.ts'
import { readContact } from '../edition/meeting.ts'

/**
 * Where an interview is, and the student's contact person. The location is a link, address or
 * number; if none is set, it is the place in the wording for an interview in person.
 */
export async function readWhere(
  call: Call,
  booking: BookingRow,
  { format, place }: Pick<Edition, 'format' | 'place'>,
) {
  const { location: set, contact } = await openPlace(call, booking)
  const location = set ?? (format === 'in-person' ? place.name : undefined)
  return { location, contact: contact === null ? undefined : readContact(contact) }
}

/** Name, address and number, in one line. */
export function contactLine(contact: Contact | undefined, reader: Reader): string | undefined {
  if (!contact) return undefined
  const { name, email, telephone } = contact
  const ways = [email, telephone].filter((way) => way !== undefined).join(', ')
  return say(reader, m.appointments_contact_line, { name, ways })
}

type Contact = ReturnType<typeof readContact>
