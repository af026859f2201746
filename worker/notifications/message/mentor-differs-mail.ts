import * as m from '../../../web/paraglide/messages/_index.js'
import { said, say } from '../../http/say.ts'
import { type Message, message } from './message.ts'

/** To the admins of a programme: the levels of one of its mentors are far from known levels. */
export function mentorDiffersMail(name: string, origin: string): Message {
  return message(said(m.mails_mentor_differs_subject), {
    fact: (reader) =>
      name === ''
        ? say(reader, m.mails_mentor_differs_unnamed)
        : say(reader, m.mails_mentor_differs, { name }),
    more: said(m.mails_mentor_differs_more),
    link: `${origin}/people`,
    why: said(m.mails_why_admin),
  })
}
