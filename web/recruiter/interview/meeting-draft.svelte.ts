import type { Format } from '../../lib/format/hiring.ts'
import type { Booking } from '../../meeting/interview.ts'
import { m } from '../../paraglide/messages.js'

interface Facts {
  format: Format
  telephoneShared: boolean
  account: { name: string | null; email: string } | undefined
}

/**
 * The place and contact while they are typed. Starts from the saved ones; without a saved contact,
 * from the reader's own name and email.
 */
export class MeetingDraft {
  /** Who calls, in an interview by telephone. */
  who = $state<'we' | 'they'>('we')
  location = $state('')
  name = $state('')
  email = $state('')
  telephone = $state('')
  /** Whether the typed values are saved, so that they need not be kept. */
  isSaved = $state(false)
  /** Whether to ask who calls: only if the student shared a number. */
  readonly asksWho: boolean
  readonly #first: string

  constructor({ location, contact }: Booking, { format, telephoneShared, account }: Facts) {
    this.asksWho = format === 'telephone' && telephoneShared
    this.who = location !== null || !telephoneShared ? 'they' : 'we'
    this.location = location ?? ''
    this.name = contact?.name ?? account?.name ?? ''
    this.email = contact ? (contact.email ?? '') : (account?.email ?? '')
    this.telephone = contact?.telephone ?? ''
    this.#first = JSON.stringify(this.json())
  }

  /** Whether the employer calls the number that the student shared. */
  get calls(): boolean {
    return this.asksWho && this.who === 'we'
  }

  /** Whether something was typed that differs from both the start values and those of `now`. */
  differsFrom(now: MeetingDraft): boolean {
    const typed = JSON.stringify(this.json())
    return !this.isSaved && typed !== this.#first && typed !== now.#first
  }

  /** The body for the API; the caller adds the booking's sequence number. */
  json() {
    const [email, telephone] = [this.email.trim(), this.telephone.trim()]
    return {
      location: this.calls ? null : this.location.trim(),
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
  /** Whether the employer calls the student. Then no location is needed. */
  calls: boolean
}

/**
 * The error of each field, by the rules of `worker/interviews/edition/meeting.ts` and
 * `meeting-input.ts`. Those schemas need a library that is larger than this form.
 */
export function wrongIn(
  {
    location,
    name,
    email,
    telephone,
  }: Pick<MeetingDraft, 'location' | 'name' | 'email' | 'telephone'>,
  { format, calls }: How,
) {
  const [place, address, number] = [location.trim(), email.trim(), telephone.trim()]
  const isPlace = {
    video: isLink(place),
    telephone: isNumber(place),
    'in-person': place.length >= 3,
  }
  const isShort = format === 'in-person' && place !== ''
  return {
    location:
      !calls && !isPlace[format] && (isShort ? m.meetings_address_short() : wrongWords[format]()),
    name: name.trim() === '' && m.meetings_contact_name_wrong(),
    email:
      (!address && !number && m.meetings_contact_way_missing()) ||
      (address !== '' && !isAddress(address) && m.meetings_contact_email_wrong()),
    telephone: number !== '' && !isNumber(number) && m.meetings_contact_telephone_wrong(),
  }
}
