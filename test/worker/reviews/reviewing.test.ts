import { env } from 'cloudflare:workers'
import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'

import { auditEntries } from '../../../worker/audit/tables.ts'
import { outbox } from '../../../worker/foundation/tables.ts'
import { lapseClaims } from '../../../worker/reviews/claim/lapse-claims.ts'
import { challenges } from '../../../worker/scenarios/tables.ts'
import { claims, reviews, submissionQueue } from '../../../worker/reviews/tables.ts'
import { aProgramme, aStudent, db, type Organization } from '../../support/builders.ts'
import {
  aChallenge,
  aPeer,
  aReview,
  aSubmission,
  claimAs,
  criteria,
  handedIn,
  later,
  levelsOf,
  type TestChallenge,
} from '../../support/reviews.ts'
import { tickAt } from '../../support/settle.ts'

let challenge: TestChallenge
beforeAll(async () => {
  challenge = await aChallenge()
})

describe('the desk', () => {
  it('shows answers, path and rubric, without identifying the author', async () => {
    const home = await aProgramme({ name: 'Harbour Lane College' })
    const author = await aStudent({ in: home, name: 'Leila Haddad' })
    const plan =
      'I am Leila from Harbour Lane College, write to leila@harbour.example if it helps at all.'
    await aSubmission(author, challenge, { answers: { plan, after: usualAfter } })
    const other = await aPeer(home, challenge, 'Tobias Lindqvist')
    await handIn(other, await claimAs(other, challenge), aReview(4, 'Only Tobias would say it so.'))
    const peer = await aPeer(home, challenge)

    const claimId = await claimAs(peer, challenge)
    const { body, text } = await peer.client.get(`/api/claims/${claimId}`)

    expect(body).toMatchObject({
      state: 'live',
      role: 'peer',
      challenge: { id: challenge.id, title: 'Two boxes' },
      draft: { version: 0, ratings: [] },
    })
    expect(body.answers).toMatchObject([
      {
        promptId: 'plan',
        text: 'I am [hidden] from [hidden], write to [hidden] if it helps at all.',
      },
      { promptId: 'after', text: usualAfter },
    ])
    // What this author was told on their own way: they asked Amara.
    expect(body.answers[0].facts).toEqual([
      { says: 'there are two boxes', needed: true },
      { says: 'the lift is shut until noon', needed: true },
      { says: 'the big box is hers', needed: false },
    ])
    // Choices and the notes on them come only after the levels are fixed.
    expect(text).not.toContain('choice')
    expect(text).not.toContain('The boxes wait meanwhile.')
    const order = body.criteria.map((each: { competency: string }) => each.competency)
    expect(order.toSorted()).toEqual(criteria.toSorted())
    // Drawn per claim, and the same for this reviewer each time.
    const again = await peer.client.get(`/api/claims/${claimId}`)
    expect(again.body.criteria).toEqual(body.criteria)
    expect(body.criteria[0].levels[0]).toMatchObject({
      indicators: [],
      limits: ['Hopes in place of facts'],
    })
    for (const hidden of [
      'Leila',
      'Haddad',
      author.id,
      author.email,
      other.id,
      'Tobias',
      'Only Tobias',
      'first-hidden',
    ]) {
      expect(text).not.toContain(hidden)
    }
  })

  it('shows the choices once the levels are fixed, and then takes no other levels', async () => {
    const { peer, claimId } = await aClaim()
    const { client } = peer
    const { ratings } = aReview(3)
    const lock = (body: object) => client.post(`/api/claims/${claimId}/levels`, body)

    const incomplete = ratings.map((rating) => ({ ...rating, level: null }))
    expect(await lock({ ratings: levelsOf(incomplete) })).toMatchObject({
      status: 422,
      body: { type: '/problems/review-incomplete', field: 'level' },
    })
    expect((await lock({ ratings: levelsOf(ratings) })).status).toBe(201)
    expect(await lock({ ratings: levelsOf(aReview(2).ratings) })).toMatchObject({
      status: 409,
      body: { type: '/problems/levels-locked' },
    })

    const { body } = await client.get(`/api/claims/${claimId}`)
    expect(body.locked).toEqual(levelsOf(ratings))
    expect(body.story[0].choice).toMatchObject({
      text: 'Ask Amara which box is hers.',
      shows: ['weigh-other-views'],
    })
    expect(body.story[0].choice.why).toContain('The boxes wait meanwhile.')

    const refused = { status: 409, body: { type: '/problems/levels-locked' } }
    expect(await handIn(peer, claimId, aReview(2))).toMatchObject(refused)
    const [one, ...others] = ratings
    const lessTicked = { ...one, indicators: one?.indicators.slice(1) }
    expect(
      await handIn(peer, claimId, { ...aReview(3), ratings: [lessTicked, ...others] }),
    ).toMatchObject(refused)
    expect((await handIn(peer, claimId, aReview(3))).status).toBe(201)
    // Undoing the review does not unlock them.
    expect((await client.delete(`/api/claims/${claimId}/review`)).status).toBe(204)
    expect(await handIn(peer, claimId, aReview(2))).toMatchObject(refused)
    expect((await handIn(peer, claimId, aReview(3))).status).toBe(201)
  })

  it("is nobody else's, and gone once the claim was given back", async () => {
    const { peer, claimId, home } = await aClaim()
    const other = await aPeer(home, challenge)
    expect((await other.client.get(`/api/claims/${claimId}`)).status).toBe(404)
    const { client } = other
    const foreign = await Promise.all([
      client.put(`/api/claims/${claimId}/draft`, { ...aReview(3), version: 0 }),
      client.post(`/api/claims/${claimId}/levels`, { ratings: [] }),
      client.post(`/api/claims/${claimId}/review`, aReview(3)),
      client.delete(`/api/claims/${claimId}/review`),
      client.delete(`/api/claims/${claimId}?reason=technical`),
    ])
    expect(foreign.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
    await peer.client.delete(`/api/claims/${claimId}?reason=technical`)
    expect((await peer.client.get(`/api/claims/${claimId}`)).status).toBe(404)
  })

  it('keeps a draft as it was written', async () => {
    const { peer, claimId } = await aClaim()
    const draft = { ...aReview(2), ratings: [{ ...first(aReview(2)), level: null }] }
    const saved = await peer.client.put(`/api/claims/${claimId}/draft`, { ...draft, version: 0 })
    expect(saved).toMatchObject({ status: 200, body: { version: 1 } })
    const { body } = await peer.client.get(`/api/claims/${claimId}`)
    expect(body.draft).toEqual({ ...draft, version: 1 })
  })
})

describe('POST /api/claims/:claimId/review', () => {
  it('hands the review in, once, with its note due in a minute and its audit entry', async () => {
    const { peer, claimId, submission, at } = await aClaim()
    const { status, body } = await handIn(peer, claimId, aReview(3), at)

    expect(status).toBe(201)
    // The clock of a request runs on while it is answered.
    const left = new Date(body.undoUntil).getTime() - later(at, { minutes: 2 }).getTime()
    expect(left).toBeGreaterThanOrEqual(60_000)
    expect(left).toBeLessThan(65_000)
    const [note] = await db.select().from(outbox).where(eq(outbox.subjectId, body.id))
    expect(note).toMatchObject({ kind: 'review.settled', dueAt: new Date(body.undoUntil) })
    const audit = await db.select().from(auditEntries).where(eq(auditEntries.subjectId, body.id))
    expect(audit).toMatchObject([{ action: 'review.handed-in', actorId: peer.id }])
    expect(await placesOf(submission.id)).toMatchObject({ assigned: 1, wanted: 2 })

    const again = await handIn(peer, claimId, aReview(3), at)
    expect(again).toMatchObject({
      status: 409,
      body: { type: '/problems/review-already-handed-in' },
    })
  })

  it('accepts one of two sent at once', async () => {
    const { peer, claimId, submission, at } = await aClaim()
    const answers = await Promise.all([1, 2, 3].map(() => handIn(peer, claimId, aReview(3), at)))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409])
    expect(await reviewsOf(submission.id)).toHaveLength(1)
  })

  it('is refused sooner than the answers can be read, and the draft stays', async () => {
    const { peer, claimId, at } = await aClaim()
    await peer.client.put(`/api/claims/${claimId}/draft`, { ...aReview(3), version: 0 })
    const soon = await peer.client
      .at(later(at, { minutes: 0.5 }))
      .post(`/api/claims/${claimId}/review`, aReview(3))
    expect(soon).toMatchObject({ status: 429, body: { type: '/problems/review-too-soon' } })
    expect((await peer.client.get(`/api/claims/${claimId}`)).body.draft.version).toBe(1)
  })

  it.each([
    ['a level', { level: null }, 'level'],
    ['a reason of 40 characters', { reason: 'Because I say so.' }, 'reason'],
  ])('names the criterion that lacks %s', async (_, change, field) => {
    const { peer, claimId, at } = await aClaim()
    const review = aReview(3)
    const ratings = review.ratings.map((rating, index) =>
      index === 1 ? { ...rating, ...change } : rating,
    )
    const { status, body } = await handIn(peer, claimId, { ...review, ratings }, at)
    expect({ status, type: body.type, criterion: body.criterion, field: body.field }).toEqual({
      status: 422,
      type: '/problems/review-incomplete',
      criterion: 'share-what-you-know',
      field,
    })
  })

  it('does not take the same reason for two criteria', async () => {
    const { peer, claimId, at } = await aClaim()
    const review = aReview(3)
    const ratings = review.ratings.map((rating) => ({ ...rating, reason: first(review).reason }))
    const { status, body } = await handIn(peer, claimId, { ...review, ratings }, at)
    expect({ status, type: body.type }).toEqual({ status: 422, type: '/problems/reasons-alike' })
  })

  it('moves the reviewer’s own waiting work ahead', async () => {
    const { peer, claimId, at } = await aClaim()
    const own = await aSubmission(peer, challenge)
    const before = await placesOf(own.id)
    await handIn(peer, claimId, aReview(3), at)
    expect(before?.credit).toBe(-5)
    await handInMore(peer)
    expect((await placesOf(own.id))?.credit).toBeGreaterThan(-5)
  })
})

describe('within a minute', () => {
  it('a review can be undone: the claim is live again with its draft', async () => {
    const { peer, claimId, submission, at } = await aClaim()
    await peer.client.put(`/api/claims/${claimId}/draft`, { ...aReview(2), version: 0 })
    await handIn(peer, claimId, aReview(2), at)
    const undone = await peer.client
      .at(later(at, { minutes: 2.5 }))
      .delete(`/api/claims/${claimId}/review`)

    expect(undone.status).toBe(204)
    const { body } = await peer.client.get(`/api/claims/${claimId}`)
    expect(body).toMatchObject({ state: 'live', draft: { version: 1 } })
    expect(await placesOf(submission.id)).toMatchObject({ assigned: 1 })
    const [review] = await reviewsOf(submission.id)
    expect(review?.withdrawnAt).not.toBeNull()

    const again = await handIn(peer, claimId, aReview(3), later(at, { minutes: 1 }))
    expect(again.status).toBe(201)
  })

  it('a claim made meanwhile is given back unseen and uncounted, and may be given again', async () => {
    const { home, peer, claimId, at } = await aClaim()
    const next = await aSubmission(await aStudent({ in: home }), challenge)
    await handIn(peer, claimId, aReview(2), at)
    const meanwhile = await claimAs(peer, challenge, later(at, { minutes: 2.2 }))
    expect(await placesOf(next.id)).toMatchObject({ assigned: 1 })

    await peer.client.at(later(at, { minutes: 2.5 })).delete(`/api/claims/${claimId}/review`)

    expect(await placesOf(next.id)).toMatchObject({ assigned: 0 })
    expect((await peer.client.get(`/api/claims/${meanwhile}`)).status).toBe(404)
    await handIn(peer, claimId, aReview(2), later(at, { minutes: 1 }))
    expect(await claimAs(peer, challenge, later(at, { minutes: 4 }))).toBeTruthy()
  })

  it('what was written in a claim made meanwhile comes back with its answer, and so does its lock', async () => {
    const { home, peer, claimId, at } = await aClaim()
    const next = await aSubmission(await aStudent({ in: home }), challenge)
    await handIn(peer, claimId, aReview(2), at)
    const meanwhile = await claimAs(peer, challenge, later(at, { minutes: 2.2 }))
    const half = { ...aReview(3), worked: 'Half a thought', version: 0 }
    await peer.client.at(later(at, { minutes: 2.3 })).put(`/api/claims/${meanwhile}/draft`, half)
    await peer.client
      .at(later(at, { minutes: 2.3 }))
      .post(`/api/claims/${meanwhile}/levels`, { ratings: levelsOf(half.ratings) })
    await peer.client.at(later(at, { minutes: 2.5 })).delete(`/api/claims/${claimId}/review`)
    // One that the queue would offer first.
    const late = await aSubmission(await aStudent({ in: home }), challenge)
    await db
      .update(submissionQueue)
      .set({ late: true })
      .where(eq(submissionQueue.submissionId, late.id))

    await handIn(peer, claimId, aReview(2), later(at, { minutes: 1 }))
    const again = await claimAs(peer, challenge, later(at, { minutes: 4 }))
    const { body } = await peer.client.get(`/api/claims/${again}`)
    expect(body).toMatchObject({ draft: { worked: 'Half a thought' } })
    expect(body.locked).toEqual(levelsOf(half.ratings))
    expect(await placesOf(next.id)).toMatchObject({ assigned: 1 })
  })

  it('but not later: then it counts', async () => {
    const { peer, claimId, at } = await aClaim()
    await handIn(peer, claimId, aReview(2), at)
    const late = await peer.client
      .at(later(at, { minutes: 3.1 }))
      .delete(`/api/claims/${claimId}/review`)
    expect(late).toMatchObject({ status: 409, body: { type: '/problems/undo-over' } })
  })
})

describe('a review after the lease lapsed', () => {
  it('takes its place again while that is free', async () => {
    const { peer, claimId, submission, at } = await aClaim()
    await tickAt(later(at, { hours: 3 }))
    expect(await placesOf(submission.id)).toMatchObject({ assigned: 0 })
    const { status } = await handIn(peer, claimId, aReview(3), later(at, { hours: 4 }))
    expect(status).toBe(201)
    expect(await placesOf(submission.id)).toMatchObject({ assigned: 1 })
    expect(await reviewsOf(submission.id)).toMatchObject([{ surplus: false }])
  })

  it('is kept as an extra one otherwise, and counts as given', async () => {
    const { home, peer, claimId, submission, at } = await aClaim()
    await tickAt(later(at, { hours: 3 }))
    for (let i = 0; i < 2; i++) await claimAs(await aPeer(home, challenge), challenge)

    const { status } = await handIn(peer, claimId, aReview(3), later(at, { hours: 4 }))
    expect(status).toBe(201)
    expect(await placesOf(submission.id)).toMatchObject({ assigned: 2, wanted: 2 })
    expect(await reviewsOf(submission.id)).toMatchObject([{ surplus: true }])
    const { body } = await peer.client.get('/api/review-work')
    expect(body.owed.done).toBe(1)

    const undo = await peer.client
      .at(later(at, { hours: 4, minutes: 2.5 }))
      .delete(`/api/claims/${claimId}/review`)
    expect(undo.status).toBe(204)
    expect(await db.select().from(claims).where(eq(claims.id, claimId))).toMatchObject([
      { endReason: 'lapsed' },
    ])
    expect(await placesOf(submission.id)).toMatchObject({ assigned: 2 })
  })
})

it('a review handed in while the cron was about to lapse its claim keeps its place', async () => {
  const { peer, claimId, submission, at } = await aClaim()
  const end = later(at, { hours: 3 })
  const reads = { ...env, DB: after(() => handIn(peer, claimId, aReview(3), end)) }
  await lapseClaims(reads, end)
  expect(await placesOf(submission.id)).toMatchObject({ assigned: 1 })
  expect(await reviewsOf(submission.id)).toMatchObject([{ surplus: false }])
})

describe('practice', () => {
  it('shows levels and why only after the answer, and opens the queue after two', async () => {
    const home = await aProgramme()
    await aSubmission(await aStudent({ in: home }), challenge)
    const peer = await aStudent({ in: home })
    await handedIn(peer, challenge)
    const page = `/api/practice-items?challengeId=${challenge.id}`

    const before = await peer.client.get(page)
    expect(before.body).toMatchObject({ needed: 2, answered: [], next: { itemId: 'low-practice' } })
    expect(before.text).not.toContain('leaves the rest open')
    expect(before.text).not.toContain('hidden')

    const levels = Object.fromEntries(criteria.map((criterion) => [criterion, 2]))
    const answer = (itemId: string) =>
      peer.client.post('/api/practice-items', { challengeId: challenge.id, itemId, levels })
    expect((await answer('low-practice')).status).toBe(201)
    expect(await answer('low-practice')).toMatchObject({ status: 409 })
    const after = await peer.client.get(page)
    expect(after.body).toMatchObject({
      needed: 1,
      answered: [{ itemId: 'low-practice', yours: levels, reference: { 'agree-the-work': 1 } }],
    })
    expect(after.body.answered[0].why['agree-the-work']).toContain('leaves the rest open')
    expect((await peer.client.post('/api/claims', {})).status).toBe(409)
    await answer('high-practice')
    expect((await peer.client.post('/api/claims', {})).status).toBe(201)
  })

  it('serves no hidden item, and nobody who may not review the challenge', async () => {
    const home = await aProgramme()
    const peer = await aStudent({ in: home })
    const page = `/api/practice-items?challengeId=${challenge.id}`
    const levels = Object.fromEntries(criteria.map((criterion) => [criterion, 2]))
    const item = { challengeId: challenge.id, itemId: 'low-practice', levels }
    const early = [await peer.client.get(page), await peer.client.post('/api/practice-items', item)]
    for (const { status, body } of early) {
      expect([status, body.type]).toEqual([403, '/problems/hand-in-first'])
    }
    const foreign = await aChallenge()
    const organizationId = (await aProgramme()).id
    await db.update(challenges).set({ organizationId }).where(eq(challenges.id, foreign.id))
    const none = await peer.client.get(`/api/practice-items?challengeId=${foreign.id}`)
    expect(none.status).toBe(404)
    await handedIn(peer, challenge)
    const hidden = { challengeId: challenge.id, itemId: 'first-hidden', levels }
    expect((await peer.client.post('/api/practice-items', hidden)).status).toBe(404)
  })
})

/** The database, with something else happening between the reads and the first commit. */
function after(happens: () => Promise<unknown>): typeof env.DB {
  let happened = false
  return new Proxy(env.DB, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (name !== 'batch') return typeof value === 'function' ? value.bind(target) : value
      return async (statements: D1PreparedStatement[]) => {
        if (!happened) {
          happened = true
          await happens()
        }
        return target.batch(statements)
      }
    },
  })
}

const usualAfter =
  'Next time we call about the lift first, and each of us says which box is theirs.'

async function aClaim(home?: Organization) {
  const pool = home ?? (await aProgramme())
  const author = await aStudent({ in: pool })
  const submission = await aSubmission(author, challenge)
  const peer = await aPeer(pool, challenge)
  const at = new Date()
  return { home: pool, author, submission, peer, at, claimId: await claimAs(peer, challenge, at) }
}

/** Hands in two minutes after `at`. */
function handIn(
  { client }: Pick<Awaited<ReturnType<typeof aStudent>>, 'client'>,
  claimId: string,
  review: unknown,
  at = new Date(),
) {
  return client.at(later(at, { minutes: 2 })).post(`/api/claims/${claimId}/review`, review)
}

/** Hands in five more, which is more than are owed. */
async function handInMore(peer: Awaited<ReturnType<typeof aStudent>>) {
  const home = { id: peer.organizationId, name: '', slug: '' }
  for (let i = 0; i < 5; i++) {
    await aSubmission(await aStudent({ in: home }), challenge)
    const at = later(new Date(), { minutes: 10 * (i + 1) })
    await handIn(peer, await claimAs(peer, challenge, at), aReview(3), at)
  }
}

const first = ({ ratings }: ReturnType<typeof aReview>) => {
  const [rating] = ratings
  if (!rating) throw new Error('A review rates something.')
  return rating
}

function placesOf(submissionId: string) {
  return db
    .select()
    .from(submissionQueue)
    .where(and(eq(submissionQueue.submissionId, submissionId), eq(submissionQueue.kind, 'peer')))
    .get()
}

function reviewsOf(submissionId: string) {
  return db.select().from(reviews).where(eq(reviews.submissionId, submissionId))
}
