import * as m from '../../../web/paraglide/messages/_index.js'
import { day, month } from '../../foundation/reader/dates.ts'
import { said, say } from '../../http/say.ts'
import { type Message, message } from './message.ts'

/** `ends`: the first day on which the account may end. */
export const accountIdleMail = (idleSince: Date, ends: Date, link: string): Message =>
  message(said(m.endings_idle), {
    fact: (reader) =>
      say(reader, m.endings_idle_fact, {
        month: month(reader, idleSince),
        date: day(reader, ends),
      }),
    more: said(m.endings_idle_more),
    link,
    why: said(m.endings_why),
  })
