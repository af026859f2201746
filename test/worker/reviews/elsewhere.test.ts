import { beforeAll, expect, it } from 'vitest'

import { memberships } from '../../../worker/accounts/tables.ts'
import {
  aMentor,
  aProgramme,
  aStudent,
  db,
  type Organization,
  type Person,
} from '../../support/builders.ts'
import { aChallenge, aSubmission, handedIn, type TestChallenge } from '../../support/reviews.ts'
import { twoThatShare } from '../../support/sharing.ts'

let challenge: TestChallenge
beforeAll(async () => {
  challenge = await aChallenge()
})

/** Gives somebody a second membership, in which they do not act. */
async function joinsToo(person: Person, home: Organization, role: 'student' | 'mentor') {
  const id = crypto.randomUUID()
  const times = { createdAt: new Date(Date.now() - 1000) }
  const accountId = person.id
  await db.insert(memberships).values({ id, accountId, organizationId: home.id, role, ...times })
  return id
}

const elsewhere = async ({ client }: Person) =>
  (await client.get('/api/review-work/elsewhere')).body.others

it('tells a student how many reviews they owe in the programme in which they do not act', async () => {
  const [here, there] = [await aProgramme(), await aProgramme({ name: 'Kettlewick College' })]
  const student = await aStudent({ in: here })
  const membershipId = await joinsToo(student, there, 'student')
  await aSubmission(await aStudent({ in: here }), challenge)
  for (let author = 0; author < 2; author++)
    await aSubmission(await aStudent({ in: there }), challenge)
  // Nothing is owed before the hand-in, and in this challenge nothing can be reviewed.
  expect(await elsewhere(student)).toEqual([])

  await handedIn(student, challenge)
  const waits = { membershipId, organizationName: 'Kettlewick College', reviews: 2 }
  expect(await elsewhere(student)).toEqual([waits])
})

it('tells a mentor nothing of a programme in which no review waits for them', async () => {
  const [here, there] = [await aProgramme(), await aProgramme()]
  const mentor = await aMentor({ in: here })
  await joinsToo(mentor, there, 'mentor')
  // Peers review first.
  await aSubmission(await aStudent({ in: there }), challenge)
  expect(await elsewhere(mentor)).toEqual([])
})

it('does not count twice what two programmes share', async () => {
  const { one, other } = await twoThatShare()
  const student = await aStudent({ in: one.home })
  await joinsToo(student, other.home, 'student')
  await handedIn(student, challenge)
  await aSubmission(await aStudent({ in: other.home }), challenge)
  expect((await student.client.get('/api/review-work')).body.challenges[0].waiting).toBe(1)
  expect(await elsewhere(student)).toEqual([])
})
