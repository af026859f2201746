import * as m from '../../../web/paraglide/messages/_index.js'
import { said } from '../../http/say.ts'
import { type Message, message } from './message.ts'

/** To the operator's admins. `link` leads to the page where they decide. */
export const admissionAskedMail = (name: string, link: string): Message =>
  message(said(m.mails_admission_asked_subject), {
    fact: said(m.mails_admission_asked, { name }),
    more: said(m.mails_admission_asked_do),
    link,
    why: said(m.mails_operator),
  })

interface Decided {
  isAdmitted: boolean
  reason: string | null
  /** The programme's name. */
  name: string
  origin: string
}

/** To the person who asked to be a mentor. */
export function admissionDecidedMail({ isAdmitted, reason, name, origin }: Decided): Message {
  const why = said(m.mails_why_account)
  if (isAdmitted) {
    return message(said(m.mails_admitted_subject), {
      fact: said(m.mails_admitted, { name }),
      more: said(m.mails_admitted_do),
      link: `${origin}/reviews`,
      why,
    })
  }
  return message(said(m.mails_not_admitted_subject), {
    fact: said(m.mails_not_admitted, { name }),
    more:
      reason === null
        ? said(m.mails_not_admitted_again)
        : said(m.mails_not_admitted_reason, { reason }),
    why,
  })
}
