import { day } from '../../lib/format/dates.ts'
import { ranOutOn } from '../../lib/page/approval.ts'
import { m } from '../../paraglide/messages.js'
import type { Opening } from '../opening/openings.ts'
import { messageWords, type Summary } from '../requests.ts'
import { dueWords } from '../due.ts'
import { fromDuties, type Next } from './duties.ts'

interface Organization {
  /** Whether the operator has approved the employer. */
  state: 'waiting' | 'approved' | 'declined' | 'ended'
  approvedUntil?: string | null
  declinedBecause?: string | null
}

interface Facts {
  organization: Organization
  now: Date
  openings: Opening[]
  requests: Summary[]
}

const answered: readonly Summary['state'][] = ['accepted', 'scheduled', 'declined']

/**
 * Answers count as new for 70 days. A request is answered within 56, including the two changes that
 * a student may ask for, and read marks are deleted after 90.
 */
const newForMs = 70 * 86_400_000

const isNew = (request: Summary, now: Date) =>
  answered.includes(request.state) && now.getTime() - Date.parse(request.createdAt) < newForMs

/**
 * The one thing a recruiter should do next: first the approval of their employer, if it is missing,
 * then requests, an unread message first and drafts last, then an opening to search with.
 */
export function nextOf({ organization, now, openings, requests }: Facts): Next {
  return (
    fromOrganization(organization, now) ??
    fromRequests(requests, now) ??
    fromOpenings(openings) ?? {
      title: m.recruiter_next_describe_title(),
      words: m.recruiter_next_describe(),
      href: '/openings/new',
      action: m.recruiter_describe(),
    }
  )
}

function fromOrganization(organization: Organization, now: Date): Next | undefined {
  const { state, declinedBecause } = organization
  const ranOut = ranOutOn(organization, now)
  if (ranOut) {
    return {
      title: m.hiring_approval_over_title({ date: day(ranOut) }),
      words: m.hiring_approval_over(),
    }
  }
  if (state === 'approved') return undefined
  if (state === 'waiting') {
    return { title: m.recruiter_next_organization_title(), words: m.recruiter_next_organization() }
  }
  return {
    title: m.recruiter_next_refused_title(),
    words: declinedBecause
      ? m.recruiter_next_refused_because({ reason: declinedBecause })
      : m.recruiter_next_refused(),
  }
}

function fromRequests(requests: Summary[], now: Date): Next | undefined {
  const written = requests.find(({ unreadMessageId }) => unreadMessageId !== null)
  if (written) {
    return {
      title: messageWords(written),
      words: m.recruiter_next_message({ title: written.title }),
      href: `/interviews/${written.id}#messages`,
      action: m.recruiter_next_message_go(),
    }
  }
  const revision = requests.find(({ state }) => state === 'revision-requested')
  if (revision) {
    return {
      title: m.recruiter_next_revision_title({ title: revision.title }),
      words: m.recruiter_next_revision({ due: dueWords(revision) }),
      href: `/interviews/${revision.id}`,
      action: m.recruiter_next_revision_go(),
    }
  }
  const duty = fromDuties(requests, ['choose-time', 'dispute', 'attendance', 'outcome'])
  if (duty) return duty
  const answer = requests.find((one) => isNew(one, now) && !one.isRead)
  if (answer) {
    return {
      title: m.recruiter_next_answer_title({ title: answer.title }),
      words: m.recruiter_next_answer(),
      href: `/interviews/${answer.id}`,
      action: m.recruiter_next_answer_go(),
    }
  }
  const unplaced = fromDuties(requests, ['place'])
  if (unplaced) return unplaced
  const drafts = requests.filter(({ state }) => state === 'draft')
  const draft = drafts.find(({ available }) => available) ?? drafts[0]
  return (
    draft && {
      title: m.recruiter_next_draft_title({ title: draft.title }),
      words: draft.available ? m.recruiter_next_draft() : m.recruiter_due_unavailable(),
      href: `/interviews/${draft.id}`,
      action: draft.available ? m.recruiter_next_draft_go() : m.recruiter_next_draft_open(),
    }
  )
}

function fromOpenings(openings: Opening[]): Next | undefined {
  const approved = openings.find((opening) => opening.approved)
  if (approved) {
    return {
      title: m.recruiter_next_search_title({ title: approved.title }),
      words: m.recruiter_next_search(),
      href: `/openings/${approved.id}/search`,
      action: m.recruiter_find_people(),
    }
  }
  const declined = openings.find((opening) => opening.declined && !opening.waiting)
  if (declined) {
    return {
      title: m.recruiter_next_declined_title({ title: declined.title }),
      words: declined.declined?.reason ?? m.recruiter_next_declined(),
      href: `/openings/${declined.id}`,
      action: m.recruiter_change_opening(),
    }
  }
  const [waiting] = openings
  return (
    waiting && {
      title: m.recruiter_next_waiting_title({ title: waiting.title }),
      words: m.recruiter_next_waiting(),
    }
  )
}
