import type { Format } from '../../lib/format/hiring.ts'
import type { Booking } from '../../meeting/interview.ts'
import { m } from '../../paraglide/messages.js'

interface Facts {
  telephoneShared: boolean
  account: { name: string | null; email: string } | undefined
}

/** Where and with whom, while it is typed: as it was said before, or the recruiter as the contact. */
export class MeetingDraft {
  /** Who calls, in an interview by telephone. */
  who = $state<'we' | 'they'>('we')
  location = $state('')
  name = $state('')
  email = $state('')
  telephone = $state('')

  constructor({ location, contact }: Booking, { telephoneShared, account }: Facts) {
    this.who = location !== null || !telephoneShared ? 'they' : 'we'
    this.location = location ?? ''
    this.name = contact?.name ?? account?.name ?? ''
    this.email = contact ? (contact.email ?? '') : (account?.email ?? '')
    this.telephone = contact?.telephone ?? ''
  }

  /** What the API is sent; `calls`: the employer calls the number that the student shared. */
  json(calls: boolean) {
    const [email, telephone] = [this.email.trim(), this.telephone.trim()]
    return {
      location: calls ? null : this.location.trim(),
      contact: { name: this.name.trim(), ...(email && { email }), ...(telephone && { telephone }) },
    }
  }
}

const wrongWords: Record<Format, () => string> = {
  video: m.meetings_link_wrong,
  telephone: m.meetings_number_wrong,
  'in-person': m.meetings_address_wrong,
}

const isNumber = (text: string) => /^[+(]?[0-9][0-9 ()./-]{5,28}[0-9]$/.test(text)
const isAddress = (text: string) =>
  /^[^\s@<>"]+@[^\s@<>"]+$/.test(text) &&
  text.lastIndexOf('.') > text.indexOf('@') + 1 &&
  !text.endsWith('.')
/** The https:// may be left out: the Worker adds it. */
const isLink = (text: string) => /^(https:\/\/)?[^\s/@:.]+\.[^\s@]+$/.test(text)

interface How {
  format: Format
  /** The employer calls, so that it needs no number of its own. */
  calls: boolean
}

/**
 * What is wrong with each field, as `worker/interviews/edition/meeting.ts` and `meeting-input.ts` read
 * them: the library that reads those would weigh more here than the form.
 */
export function wrongIn(
  { location, name, email, telephone }: Omit<MeetingDraft, 'json' | 'who'>,
  { format, calls }: How,
) {
  const [place, address, number] = [location.trim(), email.trim(), telephone.trim()]
  const isPlace = {
    video: isLink(place),
    telephone: isNumber(place),
    'in-person': place.length >= 3,
  }
  return {
    location: !calls && !isPlace[format] && wrongWords[format](),
    name: name.trim() === '' && m.meetings_contact_name_wrong(),
    email:
      (!address && !number && m.meetings_contact_way_missing()) ||
      (address !== '' && !isAddress(address) && m.meetings_contact_email_wrong()),
    telephone: number !== '' && !isNumber(number) && m.meetings_contact_telephone_wrong(),
  }
}
