import * as m from '../../../web/paraglide/messages/_index.js'
import { day } from '../../foundation/reader/dates.ts'
import { type Said, said, say } from '../../http/say.ts'
import { type Message, message, subject } from './message.ts'

const why = said(m.endings_why)

/** To the people of an employer. `until` is shown as a day in the recipient's zone. */
export function employerApprovedMail(until: Date, isRenewal: boolean, link: string): Message {
  const fact = isRenewal ? m.mails_employer_renewed : m.mails_employer_approved
  return message(
    said(isRenewal ? m.mails_employer_renewed_subject : m.mails_employer_approved_subject),
    {
      fact: (reader) => say(reader, fact, { date: day(reader, until) }),
      ...(isRenewal ? {} : { more: said(m.mails_employer_approved_next) }),
      link,
      why,
    },
  )
}

/** `link` leads an admin to the details, to correct them, and a recruiter to the home page. */
export const employerDeclinedMail = (reason: string | null, link: string): Message =>
  message(said(m.mails_employer_declined_subject), {
    fact: withReason(said(m.mails_employer_declined), reason),
    more: said(m.mails_employer_declined_next),
    link,
    why,
  })

export const employerChangeMail = (
  approved: boolean,
  reason: string | null,
  link: string,
): Message =>
  message(approved ? said(m.endings_change_approved) : said(m.endings_change_declined), {
    fact: approved
      ? said(m.endings_change_approved_fact)
      : withReason(said(m.endings_change_declined_fact), reason),
    link,
    why,
  })

export const approvalEndsMail = (isOver: boolean, until: Date, link: string): Message =>
  message(isOver ? said(m.endings_approval_ended) : said(m.endings_approval_ending), {
    fact: (reader) =>
      say(reader, isOver ? m.endings_approval_ended_fact : m.endings_approval_ending_fact, {
        date: day(reader, until),
      }),
    more: said(m.endings_approval_more),
    link,
    why,
  })

/** For the operator's admins: only they can renew an approval. */
export const renewalWaitsMail = (employer: string, isOver: boolean, link: string): Message =>
  message(subject(m.endings_renewal, { employer }), {
    fact: isOver
      ? said(m.endings_renewal_ended, { employer })
      : said(m.endings_renewal_ending, { employer }),
    more: said(m.endings_renewal_more),
    link,
    why,
  })

/** For the operator's admins: an approved employer asks for a change of its details. */
export const changeWaitsMail = (employer: string, link: string): Message =>
  message(said(m.endings_change_waits), {
    fact: said(m.endings_change_waits_fact, { employer }),
    link,
    why,
  })

function withReason(fact: Said, reason: string | null): Said {
  if (reason === null) return fact
  return (reader) => `${fact(reader)}\n\n${say(reader, m.mails_operator_reason, { reason })}`
}
