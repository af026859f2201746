import { exactly, time, weekdayExactly } from '../lib/format/dates.ts'
import { serverTime } from '../lib/http/server-time.svelte.ts'
import { isPast, isTooLate } from '../meeting/interview.ts'
import { m } from '../paraglide/messages.js'
import type { Summary } from './requests.ts'

/** What an employer may have to do about an interview. */
export type Duty = 'choose-time' | 'attendance' | 'outcome' | 'place' | 'dispute'

export function dutyOf(request: Summary): Duty | undefined {
  const { state, offeredBy, endsAt, startsAt, located, disputeUntil } = request
  const now = serverTime.now()
  if (disputeUntil) return isPast(disputeUntil, now) ? undefined : 'dispute'
  if (state === 'held') return 'outcome'
  if (state !== 'scheduled') return undefined
  if (isPast(endsAt, now)) return 'attendance'
  if (isPast(startsAt, now)) return undefined
  if (offeredBy === 'student') return 'choose-time'
  return located ? undefined : 'place'
}

/** Whether a request waits for the employer: as a draft, for a revision, or with a duty. */
export function isOurs(request: Summary): boolean {
  const { state } = request
  return state === 'draft' || state === 'revision-requested' || dutyOf(request) !== undefined
}

/** What has to happen next, and by when; empty if nothing has to. */
export function dueWords(request: Summary): string {
  const { state, deliverAt, answerBy } = request
  switch (state) {
    case 'draft':
      return request.available ? m.recruiter_due_draft() : m.recruiter_due_unavailable()
    case 'queued':
      return deliverAt ? m.recruiter_due_queued({ time: time(deliverAt) }) : ''
    case 'delivered':
      if (isTooLate(request.lastSlotAt, serverTime.now())) return m.recruiter_due_too_late()
      return answerBy ? answerWords({ answerBy, acceptBy: request.acceptBy }) : ''
    case 'revision-requested':
      if (!request.available) return m.recruiter_due_unfit()
      return answerBy
        ? m.recruiter_due_revision({ until: exactly(answerBy) })
        : m.recruiter_due_revision_undated()
    case 'accepted':
      return m.recruiter_due_accepted()
    case 'scheduled':
    case 'held':
    case 'no-show':
      return interviewWords(request)
    default:
      return ''
  }
}

interface Answerable {
  answerBy: string
  acceptBy: string | null
}

/** Until when the student can answer, and until when they can accept a time, if that is sooner. */
export function answerWords({ answerBy, acceptBy }: Answerable): string {
  const day = exactly(answerBy)
  return acceptBy
    ? m.recruiter_due_delivered_times({ accept: exactly(acceptBy), day })
    : m.recruiter_due_delivered({ day })
}

function interviewWords(request: Summary): string {
  const { startsAt, outcomeDue, disputeUntil } = request
  if (!startsAt) return ''
  const when = weekdayExactly(startsAt)
  switch (dutyOf(request)) {
    case 'choose-time':
      return m.recruiter_due_offered({ when })
    case 'dispute':
      return m.recruiter_due_dispute({ until: disputeUntil ? exactly(disputeUntil) : '' })
    case 'place':
      return m.recruiter_due_place({ when })
    case 'attendance':
      return m.recruiter_due_attend({ when })
    case 'outcome':
      return outcomeDue && isPast(outcomeDue, serverTime.now())
        ? m.recruiter_due_outcome_late()
        : m.recruiter_due_outcome({ day: outcomeDue ? exactly(outcomeDue) : '' })
    default:
      return when
  }
}
