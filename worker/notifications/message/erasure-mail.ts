import * as m from '../../../web/paraglide/messages/_index.js'
import { exactly } from '../../foundation/reader/dates.ts'
import { said } from '../../http/say.ts'
import type { Reader } from '../../foundation/reader/reader.ts'
import { type Message, message } from './message.ts'

const why = said(m.mails_erasure_why)
const until = (at: Date) => (reader: Reader) => exactly(reader, at)

/** The link undoes the erasure until `dueAt`. */
export const erasureAskedMail = (dueAt: Date, link: string): Message =>
  message(said(m.mails_erasure_asked), {
    fact: said(m.mails_erasure_asked_fact, { due: until(dueAt) }),
    more: said(m.mails_erasure_asked_more),
    link,
    why,
  })

/** The answer to somebody who wants to sign in to an account that is about to be erased. */
export const erasureWaitsMail = (dueAt: Date): Message =>
  message(said(m.mails_erasure_waits), {
    fact: said(m.mails_erasure_waits_fact, { due: until(dueAt) }),
    more: said(m.mails_erasure_waits_more),
    why: said(m.mails_erasure_waits_why),
  })

export const erasureUndoneMail = (link: string): Message =>
  message(said(m.mails_erasure_undone), {
    fact: said(m.mails_erasure_undone_fact),
    more: said(m.mails_erasure_undone_more),
    link,
    why,
  })
