/** While a challenge is in pilot, two peers review first; then a mentor is asked. */
export const pilotPeerReviews = 2

/** The count that a decision needs: a peer counts one, a mentor two. */
export const minimumCount = 3
const mostMentors = 2

interface Given {
  peers: number
  mentors: number
}

export const countOf = ({ peers, mentors }: Given) => peers + 2 * mentors

/** Whether a round has what it needs to be decided: the count, and in pilot a mentor. */
export function hasMinimum(given: { count: number; mentors: number; pilot: boolean }): boolean {
  return given.count >= minimumCount && (!given.pilot || given.mentors > 0)
}

/** Whether these reviews reach the minimum in a challenge that is in pilot (so far all are). */
export const haveMinimum = (people: Given) =>
  hasMinimum({ count: countOf(people), mentors: people.mentors, pilot: true })

/**
 * How many more mentor reviews would reach the minimum without another peer's; at most two mentors
 * in all.
 */
export function mentorsLacking(given: Given): number {
  let lacking = 0
  while (!haveMinimum({ ...given, mentors: given.mentors + lacking })) lacking++
  return Math.min(lacking, Math.max(0, mostMentors - given.mentors))
}
