import * as m from '../../../web/paraglide/messages/_index.js'
import { exactly } from '../../foundation/reader/dates.ts'
import { said, say } from '../../http/say.ts'
import { type Message, message, subject } from './message.ts'

const account = said(m.mails_why_account)

/**
 * `practisesFirst`: whether the recipient must judge practice answers before the first real one.
 */
export const workWaitsMail = (link: string, practisesFirst: boolean): Message =>
  message(said(practisesFirst ? m.mails_work_practice_subject : m.mails_work_waits_subject), {
    fact: said(practisesFirst ? m.mails_work_practice : m.mails_work_waits),
    more: said(practisesFirst ? m.mails_work_practice_more : m.mails_work_waits_more),
    link,
    why: account,
  })

export const badgeIssuedMail = (skill: string, link: string): Message =>
  message(subject(m.mails_badge_subject, { skill }), {
    fact: said(m.mails_badge, { skill }),
    link,
    why: account,
  })

export const visibilityMail = (on: boolean, link: string): Message =>
  message(said(on ? m.mails_visible_subject : m.mails_hidden_subject), {
    fact: said(on ? m.mails_visible : m.mails_hidden),
    link,
    why: account,
  })

/**
 * Visibility is on, but the hours or the earliest start are not shown, and every search needs both.
 */
export const visibilityNotFoundMail = (link: string): Message =>
  message(said(m.mails_visible_missing_subject), {
    fact: said(m.mails_visible_missing),
    link,
    why: account,
  })

/** `until` is shown in the recipient's zone, with the zone's name. */
export const visibilityEndsSoonMail = (until: Date, link: string): Message =>
  message(said(m.mails_visibility_ends_subject), {
    fact: (reader) => say(reader, m.mails_visibility_ends, { until: exactly(reader, until) }),
    link,
    why: account,
  })

export const visibilityPausedMail = (link: string): Message =>
  message(said(m.mails_hidden_subject), {
    fact: said(m.mails_visibility_paused),
    link,
    why: account,
  })

export const openingDecidedMail = (
  title: string,
  decided: { approved: boolean; reason: string | null; isChange: boolean },
  link: string,
): Message =>
  decided.approved
    ? message(said(m.mails_opening_approved_subject), {
        fact: said(m.mails_opening_approved, { title }),
        link,
        why: account,
      })
    : openingDeclinedMail(title, decided, link)

/** `isChange`: whether it was a change of an opening whose approved version stays in use. */
const openingDeclinedMail = (
  title: string,
  { reason, isChange }: { reason: string | null; isChange: boolean },
  link: string,
): Message =>
  message(
    said(isChange ? m.mails_opening_change_declined_subject : m.mails_opening_declined_subject),
    {
      fact: said(isChange ? m.mails_opening_change_declined : m.mails_opening_declined, { title }),
      ...(reason === null ? {} : { more: said(m.mails_operator_reason, { reason }) }),
      link,
      why: account,
    },
  )

const operator = said(m.mails_why_operator)

export const approvalWaitsMail = (isEmployer: boolean, link: string): Message =>
  message(said(isEmployer ? m.mails_employer_waits_subject : m.mails_opening_waits_subject), {
    fact: said(isEmployer ? m.mails_employer_waits : m.mails_opening_waits),
    link,
    why: operator,
  })

export const noteDeadMail = (link: string): Message =>
  message(said(m.mails_note_dead_subject), {
    fact: said(m.mails_note_dead),
    more: said(m.mails_note_dead_more),
    link,
    why: operator,
  })
