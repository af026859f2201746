import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { outbox } from '../../../worker/foundation/tables.ts'
import { aMentor, aProgramme, aStudent, db } from '../../support/builders.ts'
import { aChallenge, aPeer, aSubmission, later } from '../../support/reviews.ts'
import { tickAt } from '../../support/settle.ts'

// In a file of its own: each of its runs of the clock goes through all that waits in the database.
it('a promised date that was missed three times is not replaced, which is mailed about ten times a year', async () => {
  const challenge = await aChallenge()
  const home = await aProgramme()
  const author = await aStudent({ in: home })
  const submission = await aSubmission(author, challenge)
  for (const peer of [1, 2]) await aPeer(home, challenge, `Peer ${peer}`)
  for (const mentor of [1, 2]) await aMentor({ in: home, name: `Mentor ${mentor}` })
  const result = async () =>
    (await author.client.get(`/api/attempts/${submission.attemptId}/result`)).body
  const missed = () =>
    db.$count(
      outbox,
      sql`subject_id = ${submission.id} AND kind = 'promise.missed'
      AND consumer = 'author'`,
    )
  const { at } = submission
  for (const days of [4, 5, 7, 8, 10, 12]) await tickAt(later(at, { days, minutes: 1 }))
  expect(await missed()).toBe(3)
  expect(await result()).toMatchObject({ expectedBy: null, waitsFor: 'time', dateMoved: true })

  for (let days = 19; days < 377; days += 30) await tickAt(later(at, { days, minutes: 1 }))
  expect(await missed()).toBeLessThan(3 + 20)
  expect(await result()).toMatchObject({ expectedBy: null, waitsFor: 'time' })
})
