import { haveMinimum } from '../queue/quota.ts'

interface People {
  peers: number
  mentors: number
}

/**
 * How many people have judged a submission, and how many still could. Peers who are set aside are
 * not counted, because a decision cannot use their levels.
 */
export interface Prospects {
  /** Reviews that can no longer be undone. */
  settled: People
  /** `settled`, plus live claims and reviews that can still be undone. */
  begun: People
  /** People who could still be asked to review the submission. */
  left: People
  /** A mentor's review is wanted and nobody has claimed it. */
  wantsMentor: boolean
  /** The challenge is in pilot, so that a decision needs a mentor. */
  pilot: boolean
}

const mostMentors = 2

/**
 * Who is missing, so that no date can be promised; null if one can. In pilot a missing mentor counts
 * at once. Missing peers count only if the date is near (`isNear`), because students who hand in
 * before then can also review.
 */
export function waitsFor({ begun, left, pilot }: Prospects, isNear: boolean) {
  const mentors = Math.min(mostMentors, begun.mentors + left.mentors)
  if (pilot && mentors === 0) return 'mentor' as const
  const canBeDecided = haveMinimum({ peers: begun.peers + left.peers, mentors }, pilot)
  return isNear && !canBeDecided ? ('reviewer' as const) : null
}

/**
 * Whether to ask for a mentor's review now: no peer is left, fewer than two mentors have begun a
 * review, another mentor could, and no wanted mentor review is unclaimed.
 */
export function lacksMentor({ begun, left, wantsMentor }: Prospects): boolean {
  return !wantsMentor && left.peers === 0 && left.mentors > 0 && begun.mentors < mostMentors
}

/**
 * Whether to decide with the reviews there are: the minimum is reached, every review that was begun
 * has settled, and nobody else may be asked (at most two mentors are).
 */
export function isExhausted({ settled, begun, left, pilot }: Prospects): boolean {
  const isAwaited = begun.peers > settled.peers || begun.mentors > settled.mentors
  const mayGoOn = left.peers > 0 || (left.mentors > 0 && begun.mentors < mostMentors)
  return haveMinimum(settled, pilot) && !isAwaited && !mayGoOn
}
