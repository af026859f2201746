import * as m from '../../../web/paraglide/messages/_index.js'
import type { Role } from '../../foundation/call/call.ts'
import { said } from '../../http/say.ts'
import { type Message, message, subject } from './message.ts'

const invitations = {
  student: m.mails_invitation_student,
  mentor: m.mails_invitation_mentor,
  recruiter: m.mails_invitation_recruiter,
  admin: m.mails_invitation_admin,
}

/**
 * Every mail has a link to refuse more of them, because the recipient may have no account with
 * settings.
 */
export const invitationMail = (
  organization: string,
  role: Role,
  link: string,
  refuseLink: string,
): Message =>
  message(subject(m.mails_invitation_subject, { organization }), {
    fact: said(invitations[role], { organization }),
    link,
    why: said(m.mails_invitation_why, { link: refuseLink }),
  })
