import * as m from '../../web/paraglide/messages/_index.js'
import { said } from '../http/say.ts'
import { type Message, message, subject } from './message.ts'

// Each mail says what has ended and how to start it again.
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
