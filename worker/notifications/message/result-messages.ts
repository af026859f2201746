import * as m from '../../../web/paraglide/messages/_index.js'
import { exactly } from '../../foundation/reader/dates.ts'
import { said, say } from '../../http/say.ts'
import { type Message, message } from './message.ts'

const account = said(m.mails_why_account)

export const resultReadyMail = (challenge: string, link: string): Message =>
  message(said(m.mails_result_subject), {
    fact: said(m.mails_result, { challenge }),
    link,
    why: account,
  })

interface Delayed {
  title: string
  /** When comments and levels open at the latest, shown in the recipient's zone. */
  opensAt: Date
  link: string
}

/** The decision and the badge are there; the comments open after the reviews that are owed. */
export const resultDelayedMail = ({ title, opensAt, link }: Delayed): Message =>
  message(said(m.mails_result_subject), {
    fact: said(m.mails_result, { challenge: title }),
    more: (reader) => say(reader, m.mails_result_delayed, { until: exactly(reader, opensAt) }),
    link,
    why: account,
  })

export const resultOpenedMail = (challenge: string, link: string): Message =>
  message(said(m.mails_result_opened_subject), {
    fact: said(m.mails_result_opened, { challenge }),
    link,
    why: account,
  })
