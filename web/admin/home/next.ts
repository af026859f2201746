import { m } from '../../paraglide/messages.js'

interface Facts {
  cohorts: number
  hasStudents: boolean
  hasMentors: boolean
  /** Open invitations, by role. */
  invited: { student: number; mentor: number }
  waiting: number
  late: number
  /** Answers that nobody can decide, because a mentor or other reviewers are lacking. */
  noMentor: number
  noReviewer: number
  /** Programmes that ask to share reviewers. */
  questions: number
}

export interface Next {
  title: string
  words: string
  href?: string
  action?: string
}

/**
 * The one thing an admin should do next: first answers that nobody can decide, then what a new
 * programme lacks, then who waits for a decision.
 */
export function nextOf(facts: Facts): Next {
  const { cohorts, hasStudents, hasMentors, invited, waiting, late, noMentor, noReviewer } = facts
  if (noMentor + noReviewer > 0) {
    return {
      title: m.admin_next_nobody_title({ count: noMentor + noReviewer }),
      words: noMentor > 0 ? m.admin_next_nobody_mentor() : m.admin_next_nobody_reviewer(),
      href: noMentor > 0 ? invite('mentor') : '/people#invite',
      action: m.admin_go_people(),
    }
  }
  if (cohorts === 0) {
    return {
      title: m.admin_next_cohort_title(),
      words: m.admin_next_cohort(),
      href: '/cohorts',
      action: m.admin_go_cohorts(),
    }
  }
  if (!hasMentors && invited.mentor === 0) {
    return {
      title: m.admin_next_mentors_title(),
      words: m.admin_next_mentors(),
      href: invite('mentor'),
      action: m.admin_go_people(),
    }
  }
  if (!hasStudents && invited.student === 0) {
    return {
      title: m.admin_next_people_title(),
      words: m.admin_next_people(),
      href: invite('student'),
      action: m.admin_go_people(),
    }
  }
  if (waiting > 0) {
    return {
      title: m.admin_next_approvals_title(),
      words: m.admin_next_approvals(),
      href: '/approvals',
      action: m.admin_go_approvals(),
    }
  }
  if (facts.questions > 0) {
    return {
      title: m.admin_next_sharing_title(),
      words: m.admin_next_sharing(),
      href: '/people#sharing',
      action: m.admin_go_sharing(),
    }
  }
  if (late > 0) {
    return {
      title: m.admin_next_late_title(),
      words: m.admin_next_late(),
      href: '#late',
      action: m.admin_go_late(),
    }
  }
  if (!hasMentors) return awaited('mentor', invited.mentor)
  if (!hasStudents) return awaited('student', invited.student)
  return { title: m.admin_next_none_title(), words: m.admin_next_none() }
}

/** Opens the invitation form with the role that is lacking. */
const invite = (role: 'student' | 'mentor') => `/people?as=${role}#invite`

/** People are invited but nobody has joined, so nothing else can be done yet. */
function awaited(role: 'student' | 'mentor', count: number): Next {
  return {
    title: m.admin_next_invited_title({ count, role }),
    words: m.admin_next_invited(),
    href: '/people#invited',
    action: m.admin_go_invited(),
  }
}
