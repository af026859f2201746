import { type SQL, sql } from 'drizzle-orm'

/** While a challenge is in pilot, two peers review first; then a mentor is asked. */
const pilotPeerReviews = 2

/** The count that a decision needs: a peer counts one, a mentor two. */
export const minimumCount = 3
const mostMentors = 2

/** How many peers review first: after the pilot as many as a decision needs. */
export const firstPeerReviews = (pilot: boolean) => (pilot ? pilotPeerReviews : minimumCount)

/** The same in SQL. The numbers are written out, because the queries have few values left to bind. */
export const firstPeerReviewsOf = (isPilot: SQL) => sql`iif(${isPilot}, 2, 3)`

/** How many reviews of each kind a round has. */
export interface Given {
  peers: number
  mentors: number
}

export const countOf = ({ peers, mentors }: Given) => peers + 2 * mentors

/** Whether a round has what it needs to be decided: the count, and in pilot a mentor. */
export function hasMinimum(given: { count: number; mentors: number; pilot: boolean }): boolean {
  return given.count >= minimumCount && (!given.pilot || given.mentors > 0)
}

/** Whether these reviews reach the minimum. */
export const haveMinimum = (people: Given, pilot: boolean) =>
  hasMinimum({ count: countOf(people), mentors: people.mentors, pilot })

/**
 * How many more mentor reviews would reach the minimum without another peer's; at most two mentors
 * in all.
 */
export function mentorsLacking(given: Given, pilot: boolean): number {
  let lacking = 0
  while (!haveMinimum({ ...given, mentors: given.mentors + lacking }, pilot)) lacking++
  return Math.min(lacking, Math.max(0, mostMentors - given.mentors))
}
