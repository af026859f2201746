import { haveMinimum } from '../queue/quota.ts'

interface People {
  peers: number
  mentors: number
}

/** How many people have judged a submission, and how many still could. */
export interface Prospects {
  /** Reviews that can no longer be undone. */
  settled: People
  /** The settled ones, plus live claims and reviews that can still be undone. */
  begun: People
  /** People who could still be given it. */
  left: People
  /** A mentor's review is wanted and nobody has claimed it. */
  wantsMentor: boolean
}

const mostMentors = 2

/**
 * Who is missing for a decision; null if a date can be promised. A missing mentor is reported at
 * once. Missing reviewers are reported only near the date, because more students may still hand in.
 */
export function waitsFor({ begun, left }: Prospects, isNear: boolean) {
  const mentors = Math.min(mostMentors, begun.mentors + left.mentors)
  if (mentors === 0) return 'mentor' as const
  const canBeDecided = haveMinimum({ peers: begun.peers + left.peers, mentors })
  return isNear && !canBeDecided ? ('reviewer' as const) : null
}

/** No peer is left for the next review, and a mentor who could give it has not been asked. */
export function lacksMentor({ begun, left, wantsMentor }: Prospects): boolean {
  return !wantsMentor && left.peers === 0 && left.mentors > 0 && begun.mentors < mostMentors
}

/** Everybody who could judge it has, and the minimum is reached: decide with these reviews. */
export function isExhausted({ settled, begun, left }: Prospects): boolean {
  const isAwaited = begun.peers > settled.peers || begun.mentors > settled.mentors
  const mayGoOn = left.peers > 0 || (left.mentors > 0 && begun.mentors < mostMentors)
  return haveMinimum(settled) && !isAwaited && !mayGoOn
}
