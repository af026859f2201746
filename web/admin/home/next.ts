import { m } from '../../paraglide/messages.js'

interface Facts {
  cohorts: number
  hasStudents: boolean
  hasMentors: boolean
  waiting: number
  late: number
  /** Answers that nobody can decide about, by whom it takes. */
  noMentor: number
  noReviewer: number
}

export interface Next {
  title: string
  words: string
  href?: string
  action?: string
}

/**
 * The one thing an admin should do next: first answers that nobody can decide about, then what a
 * new programme lacks, then who waits for them.
 */
export function nextOf(facts: Facts): Next {
  const { cohorts, hasStudents, hasMentors, waiting, late, noMentor, noReviewer } = facts
  if (noMentor + noReviewer > 0) {
    return {
      title: m.admin_next_nobody_title({ count: noMentor + noReviewer }),
      words: noMentor > 0 ? m.admin_next_nobody_mentor() : m.admin_next_nobody_reviewer(),
      href: '/people#invite',
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
  if (!hasMentors) {
    return {
      title: m.admin_next_mentors_title(),
      words: m.admin_next_mentors(),
      href: '/people#invite',
      action: m.admin_go_people(),
    }
  }
  if (!hasStudents) {
    return {
      title: m.admin_next_people_title(),
      words: m.admin_next_people(),
      href: '/people#invite',
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
  if (late > 0) {
    return {
      title: m.admin_next_late_title(),
      words: m.admin_next_late(),
      href: '#late',
      action: m.admin_go_late(),
    }
  }
  return { title: m.admin_next_none_title(), words: m.admin_next_none() }
}
