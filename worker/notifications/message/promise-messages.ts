import * as m from '../../../web/paraglide/messages/_index.js'
import { day, exactly } from '../../foundation/reader/dates.ts'
import { said, say } from '../../http/say.ts'
import { type Message, message } from './message.ts'

const account = said(m.mails_why_account)

interface Missed {
  title: string
  /** The new date, shown in the recipient's zone, with the zone's name. */
  until: Date
  link: string
  settled: { peers: number; mentors: number }
  /** Whether reviews by peers, who took the challenge, are missing, and not only a mentor's. */
  lacksPeers: boolean
}

/** Sent when a date was missed and a new one is given. Says which reviews are missing. */
export function promiseMissedMail({ title, until, link, settled, lacksPeers }: Missed): Message {
  const count = settled.peers + settled.mentors
  const mentor = lacksPeers ? m.mails_missed_both : m.mails_missed_mentor
  const missing = settled.mentors === 0 ? mentor : m.mails_missed_review
  return message(said(m.mails_missed_subject), {
    fact: (reader) => say(reader, m.mails_missed, { title, until: exactly(reader, until) }),
    more: (reader) => `${say(reader, m.mails_missed_reviews, { count })} ${say(reader, missing)}`,
    link,
    why: account,
  })
}

interface Undated {
  title: string
  /** Shown as a day in the recipient's zone, because this mail may come months later. */
  handedInAt: Date
  lacking: 'mentor' | 'reviewer' | 'time'
  link: string
}

/** Sent as soon as no date can be given, and again while that lasts. */
export const noDateMail = ({ title, handedInAt, lacking, link }: Undated): Message =>
  message(said(m.mails_no_date_subject), {
    fact: (reader) => {
      const date = day(reader, handedInAt)
      if (lacking === 'time') return say(reader, m.mails_no_date_time, { title, date })
      const why = lacking === 'mentor' ? m.mails_no_date_mentor : m.mails_no_date_reviewer
      return say(reader, why, { title, date })
    },
    more: said(lacking === 'time' ? m.mails_no_date_time_next : m.mails_no_date_next),
    link,
    why: account,
  })

/** `until` is shown in the recipient's zone, with the zone's name. */
export const dateAgainMail = (title: string, until: Date, link: string): Message =>
  message(said(m.mails_date_again_subject), {
    fact: (reader) => say(reader, m.mails_date_again, { title, until: exactly(reader, until) }),
    link,
    why: account,
  })
