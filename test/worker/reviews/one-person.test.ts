import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'

import { claims } from '../../../worker/reviews/tables.ts'
import {
  aMentor,
  aProgramme,
  aStudent,
  db,
  type Organization,
  type Person,
} from '../../support/builders.ts'
import { mailbox } from '../../support/mailbox.ts'
import {
  aChallenge,
  aReadyMentor,
  aSubmission,
  claimAs,
  criteria,
  handedIn,
  hasPractised,
  later,
  reviewAs,
  type TestChallenge,
} from '../../support/reviews.ts'
import { settle, tickAt } from '../../support/settle.ts'
import { leave } from '../../support/traffic/rows.ts'
import { signIn } from '../../support/traffic/world.ts'
import { anAdmin } from '../../support/builders.ts'

let open: Organization
beforeAll(async () => {
  open = await aProgramme({ open: true, name: 'Open to all' })
})

const ago = (days: number) => later(new Date(), { days: -days })
const about = 'I have led teams for many years and would like to judge what others write.'

async function joined(days: number, home = open): Promise<Person> {
  const person = await aStudent({ in: home })
  await env.DB.prepare('UPDATE memberships SET created_at = ? WHERE id = ?')
    .bind(ago(days).getTime(), person.membershipId)
    .run()
  return person
}

/** Has handed in and practised, so that they may review. */
async function ready(person: Person, challenge: TestChallenge): Promise<Person> {
  await handedIn(person, challenge)
  await hasPractised(person, challenge)
  return person
}

async function offered({ client }: Person, challenge: TestChallenge, at?: Date) {
  const asking = at ? client.at(at) : client
  return Boolean((await asking.post('/api/claims', { challengeId: challenge.id })).body.claim)
}

it('one person as three accounts and a volunteer mentor makes no badge in the open programme', async () => {
  const challenge = await aChallenge()
  // Others handed in this challenge weeks ago and are still members.
  for (const days of [20, 30]) await ready(await joined(days), challenge)
  const [author, second, third] = [await joined(0), await joined(0), await joined(0)]
  const nobody = await aStudent()
  await leave(nobody)
  const volunteer = await signIn(nobody)
  expect((await volunteer.post('/api/admissions', { about })).status).toBe(201)

  const submission = await aSubmission(author, challenge)
  for (const peer of [second, third]) {
    await ready(peer, challenge)
    expect(await offered(peer, challenge)).toBe(false)
  }
  expect((await volunteer.post('/api/claims', { challengeId: challenge.id })).status).toBe(403)
  for (let minutes = 1; minutes <= 60; minutes += 20) await tickAt(later(new Date(), { minutes }))

  const row = await env.DB.prepare('SELECT count(*) AS n FROM decisions WHERE submission_id = ?')
    .bind(submission.id)
    .first<number>('n')
  expect(row).toBe(0)
  const badges = await author.client.get('/api/credentials')
  expect(badges.body.credentials).toEqual([])
})

it('a peer of the open programme finds their work on every page that counts it', async () => {
  const challenge = await aChallenge()
  await aSubmission(await joined(30), challenge)
  const { client } = await ready(await joined(2), challenge)
  const { attempts } = (await client.get('/api/attempts')).body
  const result = await client.get(`/api/attempts/${attempts[0].id}/result`)
  expect([result.status, result.body.owed?.owed]).toEqual([200, 1])
  const work = await client.get('/api/review-work')
  expect([work.status, work.body.challenges?.[0]?.waiting]).toEqual([200, 1])
  expect((await client.get('/api/review-work/elsewhere')).status).toBe(200)
  // Without a challenge's name, the query is the longest.
  const claimed = await client.post('/api/claims')
  expect([claimed.status, claimed.body.claim?.id]).toEqual([201, expect.any(String)])
})

describe('the first two peers of the open programme', () => {
  it('joined a day or more apart from the author, while somebody else could read it', async () => {
    const challenge = await aChallenge()
    const author = await joined(10)
    await aSubmission(author, challenge)
    const [near, apart] = [await joined(10.9), await joined(11.1)]
    await ready(near, challenge)
    await ready(apart, challenge)
    expect(await offered(near, challenge)).toBe(false)
    expect(await offered(apart, challenge)).toBe(true)
  })

  it('are any available peers when nobody else could read it', async () => {
    const challenge = await aChallenge()
    await aSubmission(await joined(3), challenge)
    const near = await ready(await joined(3), challenge)
    expect(await offered(near, challenge)).toBe(true)
  })

  it('are any available peers again when the others have left, or have read it', async () => {
    const challenge = await aChallenge()
    const author = await joined(5)
    await aSubmission(author, challenge)
    const other = await ready(await joined(40), challenge)
    const leaves = await ready(await joined(50), challenge)
    const near = await ready(await joined(5), challenge)
    expect(await offered(near, challenge)).toBe(false)
    await reviewAs(other, challenge)
    expect(await offered(near, challenge)).toBe(false)
    await leave(leaves)
    expect(await offered(near, challenge)).toBe(true)
  })

  it('are any peers once the answer is late, so that nobody waits forever', async () => {
    const challenge = await aChallenge()
    const { at } = await aSubmission(await joined(0), challenge)
    await ready(await joined(60), challenge)
    const near = await ready(await joined(0), challenge)
    expect(await offered(near, challenge, later(at, { days: 2 }))).toBe(false)
    const late = later(at, { days: 3, minutes: 5 })
    await tickAt(late)
    expect(await offered(near, challenge, late)).toBe(true)
  })

  it('of a college may be of one class: a code is given to all on one day', async () => {
    const college = await aProgramme()
    const challenge = await aChallenge()
    await aSubmission(await joined(0, college), challenge)
    await ready(await joined(60, college), challenge)
    expect(await offered(await ready(await joined(0, college), challenge), challenge)).toBe(true)
  })
})

describe('giving an answer back', () => {
  it('counts for every reason, and over the limit nothing new comes until the day is over', async () => {
    const challenge = await aChallenge()
    const home = await aProgramme()
    for (let n = 0; n < 4; n++) await aSubmission(await aStudent({ in: home }), challenge)
    const peer = await ready(await aStudent({ in: home }), challenge)
    for (let n = 0; n < 2; n++) {
      const claimId = await claimAs(peer, challenge)
      expect((await peer.client.delete(`/api/claims/${claimId}?reason=conflict`)).status).toBe(204)
    }
    expect(await peer.client.post('/api/claims', { challengeId: challenge.id })).toMatchObject({
      status: 429,
      body: { type: '/problems/released-too-often' },
    })
    expect((await peer.client.get('/api/review-work')).body.pause.why).toBe('released-too-often')
    expect(await offered(peer, challenge, later(new Date(), { hours: 25 }))).toBe(true)
  })

  it('because it is worrying mails an admin once about one answer', async () => {
    const challenge = await aChallenge()
    const home = await aProgramme()
    const admin = await anAdmin({ in: home })
    await aSubmission(await aStudent({ in: home }), challenge)
    for (let n = 0; n < 2; n++) {
      const peer = await ready(await aStudent({ in: home }), challenge)
      const claimId = await claimAs(peer, challenge)
      await peer.client.delete(`/api/claims/${claimId}?reason=distressing`)
    }
    await settle()
    const mails = mailbox.filter(
      ({ to, text }) => to === admin.email && /worried about an answer/.test(text),
    )
    expect(mails).toHaveLength(1)
  })
})

describe('a mentor who may still take a challenge', () => {
  const levels = Object.fromEntries(criteria.map((criterion) => [criterion, 2]))

  it('sees nothing of its key before they give up playing it, and can never play it after', async () => {
    const challenge = await aChallenge()
    const mentor = await aMentor()
    const path = `/api/practice-items?challengeId=${challenge.id}`
    const before = await mentor.client.get(path)
    expect(before.body).toMatchObject({ mustForgo: true, next: null, answered: [] })
    expect(before.text).not.toContain('The boxes wait meanwhile.')
    const answer = { challengeId: challenge.id, itemId: 'low-practice', levels }
    expect((await mentor.client.post('/api/practice-items', answer)).body.type).toBe(
      '/problems/forgo-first',
    )

    const forgo = () => mentor.client.post('/api/forgone-challenges', { challengeId: challenge.id })
    expect([(await forgo()).status, (await forgo()).status]).toEqual([201, 201])
    expect((await mentor.client.get(path)).body).toMatchObject({
      mustForgo: false,
      next: { itemId: 'low-practice' },
    })
    expect((await mentor.client.post('/api/practice-items', answer)).status).toBe(201)

    // The same person as a student elsewhere.
    const student = await alsoStudent(mentor)
    expect(await student.post('/api/attempts', { challengeId: challenge.id })).toMatchObject({
      status: 409,
      body: { type: '/problems/challenge-forgone' },
    })
  })

  it('cannot give it up while they are playing it', async () => {
    const challenge = await aChallenge()
    const mentor = await aMentor()
    const student = await alsoStudent(mentor)
    expect((await student.post('/api/attempts', { challengeId: challenge.id })).status).toBe(201)
    expect(
      await mentor.client.post('/api/forgone-challenges', { challengeId: challenge.id }),
    ).toMatchObject({ status: 409, body: { type: '/problems/attempt-open' } })
  })

  it('a person who has handed it in reviews it without giving anything up', async () => {
    const challenge = await aChallenge()
    const mentor = await aMentor()
    await handedIn({ ...mentor, organizationId: (await aProgramme()).id }, challenge)
    const path = `/api/practice-items?challengeId=${challenge.id}`
    expect((await mentor.client.get(path)).body).toMatchObject({
      mustForgo: false,
      next: { itemId: 'low-practice' },
    })
  })
})

it('a claim given back is counted with its reason', async () => {
  const challenge = await aChallenge()
  const home = await aProgramme()
  const mentor = await aReadyMentor(home, challenge)
  const submission = await aSubmission(await aStudent({ in: home }), challenge)
  await env.DB.prepare(
    "UPDATE submission_queue SET wanted = 1 WHERE submission_id = ? AND kind = 'mentor'",
  )
    .bind(submission.id)
    .run()
  const claimId = await claimAs(mentor, challenge)
  await mentor.client.delete(`/api/claims/${claimId}?reason=language`)
  const row = (await db.select().from(claims)).find(({ id }) => id === claimId)
  expect(row).toMatchObject({ endReason: 'released', releaseReason: 'language' })
})

/** The mentor's account, acting as a student of another programme. */
async function alsoStudent(mentor: Person) {
  const { organizationId } = await aStudent()
  const membershipId = crypto.randomUUID()
  await env.DB.prepare(
    "INSERT INTO memberships (id, account_id, organization_id, role, created_at) VALUES (?, ?, ?, 'student', 0)",
  )
    .bind(membershipId, mentor.id, organizationId)
    .run()
  return signIn({ id: mentor.id, membershipId })
}
