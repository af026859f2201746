import * as m from '../../../web/paraglide/messages/_index.js'
import { exactly } from '../../foundation/reader/dates.ts'
import { said, say } from '../../http/say.ts'
import { type Message, message, subject } from './message.ts'

const account = said(m.mails_why_account)

/** Both times are shown in the recipient's zone, with the zone's name. */
interface Until {
  until: Date
  /** Until when a time can be accepted; null if that is not before `until`, or is over. */
  acceptBy: Date | null
}

export const requestReceivedMail = (
  { employer, title, until, acceptBy }: { employer: string; title: string } & Until,
  link: string,
): Message =>
  message(said(m.mails_request_subject), {
    fact: said(m.mails_request, { employer, title }),
    more: (reader) =>
      acceptBy
        ? say(reader, m.mails_request_more_times, {
            accept: exactly(reader, acceptBy),
            until: exactly(reader, until),
          })
        : say(reader, m.mails_request_more, { until: exactly(reader, until) }),
    link,
    why: account,
  })

const answers = { decline: m.mails_answer_declined, 'ask-revision': m.mails_answer_change }

export const requestAnsweredMail = (
  answer: keyof typeof answers,
  title: string,
  { link, until }: { link: string; until: Date | null },
): Message =>
  message(subject(m.mails_answer_subject, { title }), {
    fact: said(answers[answer], { title }),
    ...(until && {
      more: (reader) => say(reader, m.mails_answer_change_more, { until: exactly(reader, until) }),
    }),
    link,
    why: account,
  })

/**
 * `startsAt` is shown in the recipient's zone, with the zone's name. `content` is the calendar
 * file.
 */
export const interviewBookedMail =
  (title: string, startsAt: Date, link: string, content: string): Message =>
  (reader) => {
    const time = exactly(reader, startsAt)
    const told = message(subject(m.mails_booked_subject, { title }), {
      fact: said(m.mails_booked, { title, time }),
      link,
      why: account,
    })
    return {
      ...told(reader),
      attachment: { name: 'interview.ics', type: 'text/calendar', content },
    }
  }

export const requestReturnedMail = (title: string, link: string): Message =>
  message(said(m.mails_returned_subject), {
    fact: said(m.mails_returned, { title }),
    link,
    why: account,
  })

const endings = {
  hidden: [m.mails_ended_gone_subject, m.mails_ended_hidden],
  blocked: [m.mails_ended_gone_subject, m.mails_ended_blocked],
  withdrawn: [m.mails_ended_withdrawn_subject, m.mails_ended_withdrawn],
  unanswered: [m.mails_ended_over_subject, m.mails_ended_unanswered],
  'not-sent-again': [m.mails_ended_over_subject, m.mails_ended_not_sent_again],
  'own-silence': [m.mails_ended_over_subject, m.mails_ended_own_silence],
  'their-silence': [m.mails_ended_over_subject, m.mails_ended_their_silence],
  'own-consent': [m.mails_ended_own_consent_subject, m.mails_ended_own_consent],
  'their-consent': [m.mails_ended_their_consent_subject, m.mails_ended_their_consent],
} as const

interface Ended {
  title: string
  employer: string
  link: string
  /** When the employer may ask again, if the mail says so. */
  againFrom?: Date | undefined
}

export const requestEndedMail = (
  ending: keyof typeof endings,
  { title, employer, link, againFrom }: Ended,
): Message => {
  const [how, fact] = endings[ending]
  return message(said(how), {
    fact: said(fact, { title, employer }),
    ...(againFrom && {
      more: (reader) => say(reader, m.mails_ended_again, { date: exactly(reader, againFrom) }),
    }),
    link,
    why: account,
  })
}

export const requestExpiresMail = (
  { title, until, acceptBy }: { title: string } & Until,
  link: string,
): Message =>
  message(said(m.mails_expires_subject), {
    fact: (reader) => say(reader, m.mails_expires, { title, until: exactly(reader, until) }),
    ...(acceptBy && {
      more: (reader) => say(reader, m.mails_expires_times, { accept: exactly(reader, acceptBy) }),
    }),
    link,
    why: account,
  })
