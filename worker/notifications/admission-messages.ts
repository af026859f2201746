import * as m from '../../web/paraglide/messages/_index.js'
import { english, say } from '../http/english.ts'
import { type Message, message } from './message.ts'

/** To the operator's admins. `link` leads to the page where they decide. */
export const admissionAskedMail = (name: string, link: string): Message =>
  message(say(m.mails_admission_asked_subject), {
    fact: m.mails_admission_asked({ name }, english),
    more: say(m.mails_admission_asked_do),
    link,
    why: say(m.mails_operator),
  })

interface Decided {
  isAdmitted: boolean
  reason: string | null
  /** The programme's. */
  name: string
  origin: string
}

/** To who asked to be a mentor. */
export function admissionDecidedMail({ isAdmitted, reason, name, origin }: Decided): Message {
  if (isAdmitted) {
    return message(say(m.mails_admitted_subject), {
      fact: m.mails_admitted({ name }, english),
      more: say(m.mails_admitted_do),
      link: `${origin}/reviews`,
      why: say(m.mails_account),
    })
  }
  return message(say(m.mails_not_admitted_subject), {
    fact: m.mails_not_admitted({ name }, english),
    ...(reason === null ? {} : { more: m.mails_not_admitted_reason({ reason }, english) }),
    why: say(m.mails_account),
  })
}
