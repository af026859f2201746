import { haveMinimum } from '../queue/quota.ts'

interface People {
  peers: number
  mentors: number
}

/** Who has judged a submission and who still could. */
export interface Prospects {
  /** Reviews that count by now. */
  settled: People
  /** With those who are at it, and reviews in the minute in which they can be undone. */
  begun: People
  /** People who could be given it, were it wanted. */
  left: People
  /** A mentor's review that nobody has taken on. */
  wantsMentor: boolean
}

const mostMentors = 2

/**
 * Whom a decision lacks, so that no date can be promised. A mentor is needed in any case, and said at
 * once; other students may still hand in, so that too few reviewers are said when the date is near.
 */
export function waitsFor({ begun, left }: Prospects, isNear: boolean) {
  const mentors = Math.min(mostMentors, begun.mentors + left.mentors)
  if (mentors === 0) return 'mentor' as const
  const canBeDecided = haveMinimum({ peers: begun.peers + left.peers, mentors })
  return isNear && !canBeDecided ? ('reviewer' as const) : null
}

/** No peer is left for the next review: a mentor can go on, once asked. */
export function lacksMentor({ begun, left, wantsMentor }: Prospects): boolean {
  return !wantsMentor && left.peers === 0 && left.mentors > 0 && begun.mentors < mostMentors
}

/** All who could judge it have: with the minimum reached it is decided by what there is. */
export function isExhausted({ settled, begun, left }: Prospects): boolean {
  const isAwaited = begun.peers > settled.peers || begun.mentors > settled.mentors
  const mayGoOn = left.peers > 0 || (left.mentors > 0 && begun.mentors < mostMentors)
  return haveMinimum(settled) && !isAwaited && !mayGoOn
}
