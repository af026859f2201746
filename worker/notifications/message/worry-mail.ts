import * as m from '../../../web/paraglide/messages/_index.js'
import { day } from '../../foundation/reader/dates.ts'
import { said, say } from '../../http/say.ts'
import { type Message, message } from './message.ts'

interface Worry {
  part: 'admin' | 'coach'
  title: string
  /** Shown as a day in the recipient's zone. */
  handedInAt: Date
  /** The role of the reviewer who reported the answer. */
  role: 'peer' | 'mentor'
  origin: string
}

/**
 * Says that the author of an answer may need help, which challenge and day it is about, and who can
 * be asked. Names nobody.
 */
export function worryMail({ part, title, handedInAt, role, origin }: Worry): Message {
  const what = role === 'mentor' ? m.mails_worry_mentor : m.mails_worry_student
  const isAdmin = part === 'admin'
  return message(said(m.mails_worry_subject), {
    fact: (reader) => say(reader, what, { title, date: day(reader, handedInAt) }),
    more: said(isAdmin ? m.mails_worry_admin : m.mails_worry_coach),
    link: isAdmin ? `${origin}/cohorts#worried` : `${origin}/coaching`,
    why: said(isAdmin ? m.mails_why_admin : m.mails_worry_why_coach),
  })
}
