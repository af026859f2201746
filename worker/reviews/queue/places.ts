/** While a challenge is in pilot two peers read first; the mentor's place opens after the second. */
export const pilotPeerPlaces = 2

const minimumCount = 3
const mostMentors = 2

interface Given {
  peers: number
  mentors: number
}

/** Whether a round has what it needs to be decided: peers count one, mentors two, and in pilot one mentor. */
export function hasMinimum({ peers, mentors }: Given): boolean {
  return peers + 2 * mentors >= minimumCount && mentors > 0
}

/** How many mentors it would take to have the minimum without waiting for another peer. */
export function mentorsLacking(given: Given): number {
  let lacking = 0
  while (!hasMinimum({ ...given, mentors: given.mentors + lacking })) lacking++
  return Math.min(lacking, Math.max(0, mostMentors - given.mentors))
}
