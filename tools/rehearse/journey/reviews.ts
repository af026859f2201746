import { ratingsFor } from '../../../test/support/by-doors/ratings.ts'
import type { Json } from '../../../test/support/json.ts'
import type { Person } from '../person.ts'
import type { Report } from '../report.ts'

/**
 * Judges every answer that is offered: hidden items at their known levels, others at level 3.
 * Returns how many.
 */
export async function reviewAll(
  report: Report,
  person: Person,
  challengeId: string,
): Promise<number> {
  for (let given = 0; ; given++) {
    const { claim } = await person.post('/api/claims')
    if (!claim) return given
    await review(report, person, { claimId: claim.id, challengeId })
  }
}

/** Reads one answer, fixes the levels and hands the review in, at the soonest moment allowed. */
async function review(
  report: Report,
  person: Person,
  { claimId, challengeId }: { claimId: string; challengeId: string },
): Promise<void> {
  const path = `/api/claims/${claimId}`
  const desk = await person.get(path)
  const ratings = ratingsFor(desk, challengeId)
  await person.post(`${path}/levels`, {
    ratings: ratings.map(({ criterion, level, indicators }: Json) => {
      return { criterion, level, indicators }
    }),
  })
  const why = `${person.name} reads an answer; nobody may judge it sooner`
  await report.waitUntil(new Date(desk.handInFrom), why)
  await person.post(`${path}/review`, {
    ratings,
    worked: 'You said what you knew before they needed it, with times on the wall.',
    tryNext: 'Say what happens when one team is late, and who tells the others then.',
  })
}
