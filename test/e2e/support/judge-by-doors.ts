import { ratingsFor } from '../../support/by-doors/ratings.ts'
import { later } from './clock.ts'
import type { Person } from './person.ts'

const comment = {
  worked: 'You said what you knew before they needed it, with two times on the wall.',
  tryNext: 'Say what you learned from the morning, and what you will do about it next time.',
}

/**
 * Takes the next answer of a challenge and reviews it through the API: level 3, or another level
 * for some criteria; a hidden item gets its known levels. Waits until the review counts. False if there is none to take.
 */
export async function judgeByDoors(
  person: Person,
  challengeId: string,
  levels: Readonly<Record<string, number>> = {},
): Promise<boolean> {
  const { claim } = await person.post('/api/claims', { challengeId })
  if (!claim) return false
  const desk = await person.get(`/api/claims/${claim.id}`)
  // The server refuses a review that comes sooner than the answer can be read.
  await later(person.page, person.origin, 75)
  const ratings = ratingsFor(desk, challengeId, levels)
  await person.post(`/api/claims/${claim.id}/review`, { ...comment, ratings })
  // A review can be undone for a minute; then it counts.
  await later(person.page, person.origin, 75)
  return true
}
