import * as m from '../../../web/paraglide/messages/_index.js'
import { said } from '../../http/say.ts'
import { type Message, message } from './message.ts'

// To the admins of a programme. `name` is the other programme.

export const sharingAskedMail = (name: string, link: string): Message =>
  message(said(m.mails_sharing_asked_subject), {
    fact: said(m.mails_sharing_asked, { name }),
    more: said(m.mails_sharing_asked_do),
    link,
    why: said(m.mails_why_admin),
  })

export const sharingAnsweredMail = (name: string, isYes: boolean, link: string): Message =>
  isYes
    ? message(said(m.mails_sharing_accepted_subject), {
        fact: said(m.mails_sharing_accepted, { name }),
        more: said(m.mails_sharing_end_here),
        link,
        why: said(m.mails_why_admin),
      })
    : message(said(m.mails_sharing_declined_subject), {
        fact: said(m.mails_sharing_declined, { name }),
        more: said(m.mails_sharing_other_here),
        link,
        why: said(m.mails_why_admin),
      })

export const sharingEndedMail = (name: string, link: string): Message =>
  message(said(m.mails_sharing_ended_subject), {
    fact: said(m.mails_sharing_ended, { name }),
    more: said(m.mails_sharing_other_here),
    link,
    why: said(m.mails_why_admin),
  })
