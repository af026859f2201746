import * as m from '../../web/paraglide/messages/_index.js'
import { exactly } from '../foundation/reader/dates.ts'
import { said, say } from '../http/say.ts'
import { type Message, message } from './message.ts'

const account = said(m.mails_why_account)

interface Missed {
  title: string
  /** The new date; told as the recipient's hour, with its zone. */
  until: Date
  link: string
  settled: { peers: number; mentors: number }
}

/** Each new date, with what is missing. */
export function promiseMissedMail({ title, until, link, settled }: Missed): Message {
  const count = settled.peers + settled.mentors
  const missing = settled.mentors === 0 ? m.mails_missed_mentor : m.mails_missed_review
  return message(said(m.mails_missed_subject), {
    fact: (reader) => say(reader, m.mails_missed, { title, until: exactly(reader, until) }),
    more: (reader) => `${say(reader, m.mails_missed_reviews, { count })} ${say(reader, missing)}`,
    link,
    why: account,
  })
}

export const noDateMail = (title: string, lacking: 'mentor' | 'reviewer', link: string): Message =>
  message(said(m.mails_no_date_subject), {
    fact: said(lacking === 'mentor' ? m.mails_no_date_mentor : m.mails_no_date_reviewer, { title }),
    more: said(m.mails_no_date_next),
    link,
    why: account,
  })

/** `until` is told as the recipient's hour, with its zone. */
export const dateAgainMail = (title: string, until: Date, link: string): Message =>
  message(said(m.mails_date_again_subject), {
    fact: (reader) => say(reader, m.mails_date_again, { title, until: exactly(reader, until) }),
    link,
    why: account,
  })
