import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'

import { aProgramme, aStudent, type Organization, type Person } from '../../support/builders.ts'
import {
  aChallenge,
  aPeer,
  aReadyMentor,
  aReview,
  aSubmission,
  hasPractised,
  later,
  type TestChallenge,
} from '../../support/reviews.ts'
import { settle, tickAt } from '../../support/settle.ts'

const daysPromised = 7

it('the last of 40 hands in after everybody else is done, and is decided before the promise', async () => {
  const [home, challenge] = [await aProgramme(), await aChallenge()]
  // They have handed in, are decided and done, and do not come back.
  await Promise.all(Array.from({ length: 39 }, () => aPeer(home, challenge)))
  const mentors = [await aReadyMentor(home, challenge), await aReadyMentor(home, challenge)]
  const last = await aStudent({ in: home })
  const { id, attemptId, at, promisedAt } = await aSubmission(last, challenge)

  let now = at
  while (now < promisedAt) {
    now = later(now, { hours: 12 })
    await clock(now)
    // The mentors look twice a day, and judge what is offered.
    await judgeIfOffered(mentors, [challenge], now, () => 3)
    if (await isDecided(id)) break
  }
  expect(now.getTime()).toBeLessThan(promisedAt.getTime())
  const { body } = await last.client.at(now).get(`/api/attempts/${attemptId}/result`)
  // Two mentors count four: the bar was not lowered, and the first date held.
  expect(body).toMatchObject({ state: 'decided', reviewers: { peers: 0, mentors: 2 } })
})

it('in a pool of 12 with 3 hand-ins each, nobody is undecided after twice the promise', async () => {
  const home = await aProgramme()
  const challenges = [await aChallenge(), await aChallenge(), await aChallenge()]
  const mentors = await Promise.all([1, 2].map(() => aStaff(home, challenges)))
  const students = await Promise.all(Array.from({ length: 12 }, () => aStudent({ in: home })))
  const start = new Date()
  const ids: string[] = []
  for (const [at, challenge] of challenges.entries()) {
    for (const student of students) {
      await hasPractised(student, challenge)
      const handedIn = await aSubmission(student, challenge, { at: later(start, { hours: at }) })
      ids.push(handedIn.id)
    }
  }
  let now = later(start, { hours: 4 })
  const end = later(start, { days: 2 * daysPromised })
  while (now < end && (await undecided(ids)) > 0) {
    await clock(now)
    await judgeIfOffered(students, challenges, now)
    await judgeIfOffered(mentors, challenges, later(now, { hours: 2 }))
    now = later(now, { hours: 12 })
  }
  await clock(end)
  expect(await undecided(ids)).toBe(0)
})

/** Runs the clock and all notes that are due. */
async function clock(at: Date): Promise<void> {
  await tickAt(at)
  await settle(at)
}

async function aStaff(home: Organization, challenges: TestChallenge[]): Promise<Person> {
  const [first, ...others] = challenges
  if (!first) throw new Error('There is a challenge.')
  const mentor = await aReadyMentor(home, first)
  for (const challenge of others) await hasPractised(mentor, challenge)
  return mentor
}

/** Each person takes one answer in each challenge, if there is one for them, and judges it. */
async function judgeIfOffered(
  people: Person[],
  challenges: TestChallenge[],
  now: Date,
  levelOf = mostlyThree,
) {
  for (const [at, challenge] of challenges.entries()) {
    const from = later(now, { minutes: 10 * at })
    await Promise.all(
      people.map(async ({ client }) => {
        const asked = await client.at(from).post('/api/claims', { challengeId: challenge.id })
        if (!asked.body.claim) return
        const path = `/api/claims/${asked.body.claim.id}/review`
        const answer = await client
          .at(later(from, { minutes: 3 }))
          .post(path, aReview(levelOf(path)))
        expect(answer.status).toBe(201)
      }),
    )
    await settle(later(from, { minutes: 5 }))
  }
}

/** Three of four reviewers say 3, so that some rounds need more than the first reviews. */
const mostlyThree = (path: string) => (path.charCodeAt('/api/claims/'.length) % 4 === 0 ? 2 : 3)

async function isDecided(submissionId: string): Promise<boolean> {
  return (await undecided([submissionId])) === 0
}

async function undecided(submissionIds: string[]): Promise<number> {
  const left = await env.DB.prepare(
    `SELECT count(*) AS n FROM json_each(?) j
     WHERE NOT EXISTS (SELECT 1 FROM decisions WHERE submission_id = j.value)`,
  )
    .bind(JSON.stringify(submissionIds))
    .first<number>('n')
  return left ?? -1
}
