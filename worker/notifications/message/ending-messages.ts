import * as m from '../../../web/paraglide/messages/_index.js'
import type { Role } from '../../foundation/call/call.ts'
import { said } from '../../http/say.ts'
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

export const badgeSignedAgainMail = (skill: string, link: string): Message =>
  message(subject(m.endings_badge_signed_again, { skill }), {
    fact: said(m.endings_badge_signed_again_fact, { skill }),
    more: said(m.endings_badge_signed_again_more),
    link,
    why,
  })

const stays = {
  student: m.endings_membership_student,
  mentor: m.endings_membership_mentor,
  recruiter: m.endings_membership_staff,
  admin: m.endings_membership_staff,
}

export const membershipEndedMail = (organization: string, role: Role, link: string): Message =>
  message(subject(m.endings_membership, { organization }), {
    fact: said(m.endings_membership_fact, { organization }),
    more: said(stays[role]),
    link,
    why,
  })

const ends = {
  // Never sent: a student can have no other role in a programme. The type of `roleEndedMail` asks
  // for it.
  student: m.endings_membership_student,
  mentor: m.endings_role_mentor,
  recruiter: m.endings_role_recruiter,
  admin: m.endings_role_admin,
}

/** One of the roles of a person in an organization has ended, and another stays. */
export const roleEndedMail = (organization: string, role: Role, link: string): Message =>
  message(subject(m.endings_role, { organization }), {
    fact: said(m.endings_role_fact, { role, organization }),
    more: said(ends[role]),
    link,
    why,
  })
