import * as m from '../../../web/paraglide/messages/_index.js'
import { said } from '../../http/say.ts'
import { type Message, message } from './message.ts'

export const codeMail = (code: string): Message =>
  message(said(m.mails_code_subject, { code }), {
    fact: said(m.mails_code, { code }),
    why: said(m.mails_code_why),
  })

/** For an address whose short codes are used up. A long code works in any browser. */
export const longCodeMail = (code: string): Message =>
  message(said(m.mails_long_code_subject), {
    fact: said(m.mails_long_code, { code }),
    more: said(m.mails_long_code_more),
    why: said(m.mails_code_why),
  })
