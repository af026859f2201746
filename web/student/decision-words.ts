import { listed } from '../lib/format/figures.ts'
import { m } from '../paraglide/messages.js'

/** As in “two peers and one mentor”. */
export function reviewersInWords({ peers, mentors }: { peers: number; mentors: number }): string {
  return listed([
    ...(peers > 0 ? [m.student_peers({ count: peers })] : []),
    ...(mentors > 0 ? [m.student_mentors({ count: mentors })] : []),
  ])
}

/** The decision of a criterion in words. */
export function decisionInWords(state: 'proficient' | 'not-yet' | 'needs-more'): string {
  const words = {
    proficient: m.student_decision_proficient,
    'not-yet': m.student_decision_not_yet,
    'needs-more': m.student_decision_needs_more,
  }
  return words[state]()
}
