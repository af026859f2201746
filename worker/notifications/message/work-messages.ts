import * as m from '../../../web/paraglide/messages/_index.js'
import type { Reader } from '../../foundation/reader/reader.ts'
import { said, say } from '../../http/say.ts'
import { type Message, message } from './message.ts'

/** To the admins of a programme, at most once a week. */
export const mentorTimeShortMail = (
  { wanted, given }: { wanted: number; given: number },
  origin: string,
): Message =>
  message(said(m.mails_mentor_time_subject), {
    fact: (reader) =>
      `${say(reader, m.mails_mentor_time_wanted, { count: wanted })} ${say(reader, m.mails_mentor_time_given, { count: given })}`,
    more: said(m.mails_mentor_time_more),
    link: `${origin}/people#invite`,
    why: said(m.mails_why_admin),
  })

/** To a student, up to three times: the reviews they owe, and what opens when they are done. */
export const reviewsOwedMail = (
  { title, left, minutes }: { title: string; left: number; minutes: number },
  link: string,
): Message =>
  message(said(m.mails_owed_subject), {
    fact: said(m.mails_owed, { title, count: left, minutes }),
    more: said(m.mails_owed_more),
    link,
    why: said(m.mails_why_account),
  })

interface Waiting {
  title: string
  answers: number
  noMentor: number
  noReviewer: number
  undated: number
}

/** To the admins of a programme: which answers wait, by challenge, and what they can do. */
export function workWaitsForAdminMail(
  work: readonly Waiting[],
  mentors: number,
  origin: string,
): Message {
  const nobody = work.some(({ noMentor, noReviewer }) => noMentor + noReviewer > 0)
  const undated = !nobody && work.every((each) => each.undated === each.answers)
  const [subject, what] = nobody
    ? [m.mails_work_nobody_subject, m.mails_work_nobody]
    : undated
      ? [m.mails_work_undated_subject, m.mails_work_undated]
      : [m.mails_work_late_subject, m.mails_work_late]
  const lines = (reader: Reader) =>
    work.map(({ title, answers }) => say(reader, m.mails_work_line, { title, count: answers }))
  return message(said(subject), {
    fact: (reader) => [say(reader, what), ...lines(reader)].join('\n'),
    more: (reader) => adviceFor(work, mentors, reader).join('\n'),
    link: nobody ? `${origin}/people#invite` : `${origin}/home`,
    why: said(m.mails_why_admin),
  })
}

function adviceFor(work: readonly Waiting[], mentors: number, reader: Reader): string[] {
  const noMentor = work.some((each) => each.noMentor > 0)
  const noReviewer = work.some((each) => each.noReviewer > 0)
  const lacking = mentors === 0 ? m.mails_work_no_mentor : m.mails_work_coaches
  return [
    ...(noMentor ? [say(reader, lacking)] : []),
    ...(noReviewer ? [say(reader, m.mails_work_no_reviewer)] : []),
    ...(noMentor || noReviewer ? [] : [say(reader, m.mails_work_mentors, { count: mentors })]),
  ]
}
