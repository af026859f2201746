import * as m from '../../web/paraglide/messages/_index.js'
import { said } from '../http/say.ts'
import { type Message, message, subject } from './message.ts'

// What ends, and how it starts again.
const why = said(m.endings_why)

export const badgeRevokedMail = (skill: string, issuer: string, link: string): Message =>
  message(subject(m.endings_badge_revoked, { skill }), {
    fact: said(m.endings_badge_revoked_fact, { skill, issuer }),
    more: said(m.endings_badge_revoked_more),
    link,
    why,
  })

export const badgeExpiredMail = (skill: string, link: string): Message =>
  message(subject(m.endings_badge_expired, { skill }), {
    fact: said(m.endings_badge_expired_fact, { skill }),
    more: said(m.endings_badge_expired_more),
    link,
    why,
  })

export const approvalEndsMail = (isOver: boolean, link: string): Message =>
  message(isOver ? said(m.endings_approval_ended) : said(m.endings_approval_ending), {
    fact: isOver ? said(m.endings_approval_ended_fact) : said(m.endings_approval_ending_fact),
    more: said(m.endings_approval_more),
    link,
    why,
  })

/** For the operator's admins, who alone can renew it. */
export const renewalWaitsMail = (employer: string, isOver: boolean, link: string): Message =>
  message(subject(m.endings_renewal, { employer }), {
    fact: isOver
      ? said(m.endings_renewal_ended, { employer })
      : said(m.endings_renewal_ending, { employer }),
    more: said(m.endings_renewal_more),
    link,
    why,
  })

/** For the operator's admins: an approved employer wants to be called otherwise. */
export const changeWaitsMail = (employer: string, link: string): Message =>
  message(said(m.endings_change_waits), {
    fact: said(m.endings_change_waits_fact, { employer }),
    link,
    why,
  })

export const employerChangeMail = (approved: boolean, link: string): Message =>
  message(approved ? said(m.endings_change_approved) : said(m.endings_change_declined), {
    fact: approved ? said(m.endings_change_approved_fact) : said(m.endings_change_declined_fact),
    link,
    why,
  })

export const membershipEndedMail = (
  organization: string,
  isStudent: boolean,
  link: string,
): Message =>
  message(subject(m.endings_membership, { organization }), {
    fact: said(m.endings_membership_fact, { organization }),
    more: isStudent ? said(m.endings_membership_student) : said(m.endings_membership_staff),
    link,
    why,
  })
