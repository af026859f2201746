import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { turns } from '../../../worker/attempts/tables.ts'
import { aProgramme, aStudent, db } from '../../support/builders.ts'
import {
  aChallenge,
  aPeer,
  aReview,
  aReadyMentor,
  aSubmission,
  claimAs,
  later,
  levelsOf,
  openFullResult,
  reviewAs,
} from '../../support/reviews.ts'
import { settle } from '../../support/settle.ts'

/** Turns with the same time, inserted last to first; for the last two the clock was set back. */
async function mixTimes(attemptId: string, at: Date) {
  const isTheirs = eq(turns.attemptId, attemptId)
  const taken = await db.select().from(turns).where(isTheirs).orderBy(turns.number)
  await db.delete(turns).where(isTheirs)
  for (const turn of taken.toReversed()) {
    const isLast = turn.number > taken.length - 2
    const time = isLast ? new Date(at.getTime() - turn.number) : at
    await db.insert(turns).values({ ...turn, at: time })
  }
  return taken
}

it('turns are shown on the desk by number: equal and wrong times change nothing', async () => {
  const [home, challenge] = [await aProgramme(), await aChallenge()]
  const peer = await aPeer(home, challenge)
  const { attemptId, at } = await aSubmission(await aStudent({ in: home }), challenge)
  const path = `/api/claims/${await claimAs(peer, challenge)}`
  // The choices can be read once the levels are locked.
  await peer.client.post(`${path}/levels`, { ratings: levelsOf(aReview().ratings) })
  const before = (await peer.client.get(path)).body
  const taken = await mixTimes(attemptId, at)
  const after = (await peer.client.get(path)).body
  expect(after.story).toEqual(before.story)
  expect(after.answers).toEqual(before.answers)
  const choices = after.story.flatMap(({ choice }: { choice?: object }) => choice ?? [])
  expect(choices).toHaveLength(taken.filter(({ kind }) => kind === 'choice').length)
})

it('a result shows every choice, also one dated after the hand-in by a wrong clock', async () => {
  const [home, challenge] = [await aProgramme(), await aChallenge()]
  const author = await aStudent({ in: home })
  const { id, attemptId, at } = await aSubmission(author, challenge)
  for (let n = 0; n < 2; n++) await reviewAs(await aPeer(home, challenge), challenge)
  await settle(later(at, { minutes: 10 }))
  const mentor = await aReadyMentor(home, challenge)
  await reviewAs(mentor, challenge, { at: later(at, { minutes: 11 }) })
  await settle(later(at, { minutes: 20 }))
  await openFullResult(id)
  const choicesOf = async () =>
    (await author.client.get(`/api/attempts/${attemptId}/result`)).body.choices
  const before = await choicesOf()
  expect(before.length).toBeGreaterThan(1)
  await mixTimes(attemptId, later(at, { minutes: 1 }))
  expect(await choicesOf()).toEqual(before)
  const { n } = (await env.DB.prepare(
    'SELECT count(*) AS n FROM turns t JOIN submissions s ON s.attempt_id = t.attempt_id WHERE t.attempt_id = ? AND t.at > s.at',
  )
    .bind(attemptId)
    .first<{ n: number }>()) ?? { n: 0 }
  expect(n).toBeGreaterThan(0)
})
