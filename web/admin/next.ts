import { m } from '../paraglide/messages.js'

interface Facts {
  cohorts: number
  students: number
  mentors: number
  waiting: number
  late: number
}

export interface Next {
  title: string
  words: string
  href?: string
  action?: string
}

/** The one thing an admin should do next: first what a new programme lacks, then who waits for them. */
export function nextOf({ cohorts, students, mentors, waiting, late }: Facts): Next {
  if (cohorts === 0) {
    return {
      title: m.admin_next_cohort_title(),
      words: m.admin_next_cohort(),
      href: '/cohorts',
      action: m.admin_go_cohorts(),
    }
  }
  if (mentors === 0) {
    return {
      title: m.admin_next_mentors_title(),
      words: m.admin_next_mentors(),
      href: '/people#invite',
      action: m.admin_go_people(),
    }
  }
  if (students === 0) {
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
