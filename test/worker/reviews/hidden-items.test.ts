import { env } from 'cloudflare:workers'
import { and, eq, isNotNull } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'

import { auditEntries } from '../../../worker/audit/tables.ts'
import { hiddenItems, reviewerRecords } from '../../../worker/reviews/calibration-tables.ts'
import { claims, reviews } from '../../../worker/reviews/tables.ts'
import { exportOf, rowsIn } from '../../support/archive.ts'
import {
  anAdmin,
  aProgramme,
  aStudent,
  db,
  type Organization,
  type Person,
} from '../../support/builders.ts'
import { countingDb } from '../../support/counting-db.ts'
import { liftRateLimits } from '../../support/traffic.ts'
import {
  aChallenge,
  aChallengeWithItems,
  aPeer,
  aReadyMentor,
  aReview,
  aSubmission,
  claimAs,
  later,
  levelsOf,
  type TestChallenge,
} from '../../support/reviews.ts'
import { settle, tickAt } from '../../support/settle.ts'
import { shapeOf } from '../../support/shape.ts'

liftRateLimits()

const claimOf = (id: string) => db.select().from(claims).where(eq(claims.id, id)).get()

/** Answers of this many authors, which wait for reviews. */
async function waitingIn(home: Organization, challenge: TestChallenge, count = 3) {
  for (let at = 0; at < count; at++) await aSubmission(await aStudent({ in: home }), challenge)
}

/** A peer, and answers that wait. */
async function aReviewer(challenge: TestChallenge, count = 3) {
  const home = await aProgramme()
  await waitingIn(home, challenge, count)
  return { home, peer: await aPeer(home, challenge) }
}

async function handIn({ client }: Person, claimId: string, at: Date, levels = 3) {
  const asking = client.at(later(at, { minutes: 2 }))
  return asking.post(`/api/claims/${claimId}/review`, aReview(levels))
}

describe('the first offer in a challenge', () => {
  it('is a hidden item in place of a submission, and does not take that one’s place', async () => {
    const challenge = await aChallengeWithItems()
    const { peer } = await aReviewer(challenge)
    const claim = await claimOf(await claimAs(peer, challenge))
    expect(claim).toMatchObject({ submissionId: null, authorId: null, seat: 0 })
    const item = await db
      .select()
      .from(hiddenItems)
      .where(eq(hiddenItems.id, claim?.itemId ?? ''))
      .get()
    expect(item).toMatchObject({ challengeId: challenge.id, source: 'public', anchorVariance: 0 })
    const assigned = await env.DB.prepare(
      'SELECT sum(assigned) AS n FROM submission_queue WHERE challenge_id = ?',
    )
      .bind(challenge.id)
      .first('n')
    expect(assigned).toBe(0)
  })

  it('is a hidden item for a mentor too', async () => {
    const challenge = await aChallengeWithItems()
    const { home } = await aReviewer(challenge)
    await env.DB.prepare(
      "UPDATE submission_queue SET wanted = 1 WHERE kind = 'mentor' AND pool = ?",
    )
      .bind(home.id)
      .run()
    const mentor = await aReadyMentor(home, challenge)
    expect((await claimOf(await claimAs(mentor, challenge)))?.itemId).not.toBeNull()
  })

  it('is nothing if no submission waits: an item never comes by itself', async () => {
    const challenge = await aChallengeWithItems()
    const home = await aProgramme()
    const peer = await aPeer(home, challenge)
    const { status, body } = await peer.client.post('/api/claims', { challengeId: challenge.id })
    expect([status, body.claim]).toEqual([200, null])
  })

  it('is a submission for a reviewer of eight anchored reviews', async () => {
    const challenge = await aChallengeWithItems()
    for (let tries = 0, items = 0; tries < 8; tries++) {
      const { peer } = await aReviewer(challenge)
      await record(peer, { anchored: 8 })
      if ((await claimOf(await claimAs(peer, challenge)))?.itemId) items++
      // One in twelve: five of eight would be one in ten thousand.
      expect(items).toBeLessThan(5)
    }
  })
})

const record = (peer: Person, { anchored = 0, setAside = false }) =>
  db.insert(reviewerRecords).values({
    accountId: peer.id,
    variance: 1,
    shift: 0,
    anchored,
    setAside,
    measuredAt: new Date(),
  })

describe('a hidden item', () => {
  it('cannot be told from a submission by any reply, nor by the work that a reply takes', async () => {
    const [real, hidden] = await Promise.all([
      everyReply(await aChallenge()),
      everyReply(await aChallengeWithItems()),
    ])
    expect([real.isItem, hidden.isItem]).toEqual([false, true])
    expect(hidden.replies.map(({ name }) => name)).toEqual(real.replies.map(({ name }) => name))
    for (const [at, reply] of hidden.replies.entries()) expect(reply).toEqual(real.replies[at])
    expect(hidden.trail).toEqual(real.trail)
    expect(hidden.trail.length).toBeGreaterThan(4)
    expect(hidden.texts.length).toBeGreaterThan(20)
    // Nothing names the item, or says that there is one.
    const itemId = hidden.itemId ?? ''
    const all = [...hidden.texts, ...hidden.exported]
    expect(all.filter((text) => text.includes(itemId))).toEqual([])
    expect(hidden.texts.filter((text) => /item_?id|hidden_?item|calibration/i.test(text))).toEqual(
      [],
    )
  })

  it('is never given to the same person again, in this version or the next', async () => {
    const challenge = await aChallengeWithItems()
    const { peer } = await aReviewer(challenge, 1)
    await record(peer, { setAside: true })
    const had: unknown[] = []
    for (let day = 0; day < 6; day++) {
      const at = later(new Date(), { days: day })
      const { body } = await peer.client.at(at).post('/api/claims', { challengeId: challenge.id })
      if (!body.claim) continue
      had.push((await claimOf(body.claim.id))?.itemId)
      expect((await handIn(peer, body.claim.id, at)).status).toBe(201)
    }
    expect([had.length, new Set(had).size]).toEqual([4, 4])
  })

  it('is drawn once by two windows that ask at the same time', async () => {
    const challenge = await aChallengeWithItems()
    const { peer } = await aReviewer(challenge)
    const ask = () => peer.client.post('/api/claims', { challengeId: challenge.id })
    const answers = await Promise.all([ask(), ask(), ask(), ask()])
    expect(answers.filter(({ status }) => status >= 400)).toEqual([])
    expect(new Set(answers.map(({ body }) => body.claim.id)).size).toBe(1)
    const stored = await db.select().from(claims).where(eq(claims.reviewerId, peer.id))
    expect(stored).toHaveLength(1)
  })

  it('counts as given and is not scored', async () => {
    const challenge = await aChallengeWithItems()
    const { peer } = await aReviewer(challenge)
    const now = new Date()
    const claimId = await claimAs(peer, challenge, now)
    expect((await handIn(peer, claimId, now)).status).toBe(201)
    await settle(later(now, { minutes: 5 }))
    const work = await peer.client.get('/api/review-work')
    expect(work.body.owed.done).toBe(1)
    const review = await db.select().from(reviews).where(eq(reviews.claimId, claimId)).get()
    expect(review).toMatchObject({ submissionId: null, surplus: false })
    const dead = await env.DB.prepare(
      'SELECT count(*) AS n FROM outbox WHERE subject_id = ? AND (done_at IS NULL OR problem IS NOT NULL)',
    )
      .bind(review?.id)
      .first('n')
    expect(dead).toBe(0)
  })

  it('bars nobody when the reviewer says that they know this person, and warns no admin', async () => {
    const challenge = await aChallengeWithItems()
    for (const reason of ['know-this-person', 'distressing']) {
      const { peer } = await aReviewer(challenge)
      const claimId = await claimAs(peer, challenge)
      const { status } = await peer.client.delete(`/api/claims/${claimId}?reason=${reason}`)
      expect(status).toBe(204)
      await settle()
      const rows = await env.DB.prepare(
        'SELECT (SELECT count(*) FROM conflicts_of_interest) AS bars, (SELECT count(*) FROM outbox WHERE kind = ?) AS notes',
      )
        .bind('answer.distressing')
        .first()
      expect(rows).toEqual({ bars: 0, notes: 0 })
    }
  })

  it('comes back with its draft after an undo that took it away', async () => {
    const challenge = await aChallengeWithItems()
    const { peer } = await aReviewer(challenge)
    await record(peer, { setAside: true })
    const now = new Date()
    const first = await claimAs(peer, challenge, now)
    await handIn(peer, first, now)
    const second = await claimAs(peer, challenge, later(now, { minutes: 2 }))
    const at = peer.client.at(later(now, { minutes: 2 }))
    await at.put(`/api/claims/${second}/draft`, { ...aReview(2), version: 0 })
    expect((await at.delete(`/api/claims/${first}/review`)).status).toBe(204)
    await handIn(peer, first, now)
    const again = await claimAs(peer, challenge, later(now, { minutes: 2 }))
    expect((await claimOf(again))?.itemId).toBe((await claimOf(second))?.itemId)
    const desk = await at.get(`/api/claims/${again}`)
    expect(desk.body.draft).toMatchObject({ version: 1, ratings: aReview(2).ratings })
  })

  it('lapses like a submission, and its draft can still be handed in', async () => {
    const challenge = await aChallengeWithItems()
    const { peer } = await aReviewer(challenge)
    const now = new Date()
    const claimId = await claimAs(peer, challenge, now)
    await peer.client.at(now).put(`/api/claims/${claimId}/draft`, { ...aReview(2), version: 0 })
    const late = later(now, { hours: 3 })
    await tickAt(late)
    const desk = await peer.client.at(late).get(`/api/claims/${claimId}`)
    expect(desk.body).toMatchObject({ state: 'lapsed', draft: { version: 1 } })
    expect((await handIn(peer, claimId, late)).status).toBe(201)
  })

  it('is not one of more than eight public ones, over all challenges', async () => {
    const home = await aProgramme()
    const challenges = await Promise.all([1, 2, 3].map(() => aChallengeWithItems()))
    const [first] = challenges
    if (!first) throw new Error('There are three.')
    const peer = await aPeer(home, first)
    await record(peer, { setAside: true })
    for (const challenge of challenges) {
      await waitingIn(home, challenge, 1)
      if (challenge === first) continue
      await peerIn(peer, challenge)
    }
    let given = 0
    for (let day = 0; day < 14; day++) {
      const at = later(new Date(), { days: day / 2 })
      const named = { challengeId: challenges[day % 3]?.id }
      const { body } = await peer.client.at(at).post('/api/claims', named)
      if (!body.claim) continue
      given++
      await handIn(peer, body.claim.id, at)
    }
    expect(given).toBe(8)
  })
})

async function peerIn(peer: Person, challenge: TestChallenge) {
  const { handedIn, hasPractised } = await import('../../support/reviews.ts')
  await handedIn(peer, challenge)
  await hasPractised(peer, challenge)
}

describe('a reviewer who is set aside', () => {
  it('gets hidden items only, and then nothing', async () => {
    const challenge = await aChallengeWithItems()
    const { peer } = await aReviewer(challenge, 5)
    await record(peer, { anchored: 20, setAside: true })
    for (let day = 0; day < 4; day++) {
      const at = later(new Date(), { days: day })
      const claimId = await claimAs(peer, challenge, at)
      expect((await claimOf(claimId))?.itemId).not.toBeNull()
      await handIn(peer, claimId, at)
    }
    const at = later(new Date(), { days: 5 })
    const none = await peer.client.at(at).post('/api/claims', { challengeId: challenge.id })
    expect([none.status, none.body.claim]).toEqual([200, null])
    const work = await peer.client.at(at).get('/api/review-work')
    expect(work.body.challenges[0].waiting).toBe(0)
    expect(work.body.pause).toEqual({ why: 'set-aside', until: null })
    const onSubmissions = and(eq(claims.reviewerId, peer.id), isNotNull(claims.submissionId))
    expect(await db.$count(claims, onSubmissions)).toBe(0)
  })
})

it('each review makes the work that waits one less, whether it was an item or not', async () => {
  const challenge = await aChallengeWithItems()
  const { peer } = await aReviewer(challenge, 6)
  const waiting: number[] = []
  let items = 0
  for (let hour = 0; ; hour++) {
    const at = later(new Date(), { hours: hour })
    const { body } = await peer.client.at(at).get('/api/review-work')
    waiting.push(body.challenges[0].waiting)
    const { body: given } = await peer.client
      .at(at)
      .post('/api/claims', { challengeId: challenge.id })
    if (!given.claim) break
    if ((await claimOf(given.claim.id))?.itemId) items++
    await handIn(peer, given.claim.id, at)
  }
  expect(items).toBeGreaterThan(0)
  expect(waiting).toEqual(Array.from({ length: 7 + items }, (_, at) => 6 + items - at))
})

interface Reply {
  name: string
  status: number
  headers: string[]
  trips: unknown
  shape: unknown
}

/** What a peer is told from asking for work to the end of a review, and of a second one. */
async function everyReply(challenge: TestChallenge) {
  const { home, peer } = await aReviewer(challenge)
  const admin = await anAdmin({ in: home })
  const now = new Date()
  const replies: Reply[] = []
  const texts: string[] = []
  const say = async (
    name: string,
    minutes: number,
    method: string,
    path: string,
    body?: object,
  ) => {
    const { DB, trips } = countingDb(env.DB)
    const client = peer.client.at(later(now, { minutes }))
    const options = { env: { DB } }
    const reply =
      method === 'GET'
        ? await client.get(path, options)
        : method === 'DELETE'
          ? await client.delete(path, options)
          : method === 'PUT'
            ? await client.put(path, body ?? {}, options)
            : await client.post(path, body ?? {}, options)
    const headers = [...reply.headers.keys()].toSorted()
    replies.push({
      name,
      status: reply.status,
      headers,
      trips: trips(),
      shape: shapeOf(reply.body),
    })
    texts.push(reply.text)
    return reply.body
  }
  const review = aReview(3)
  await say('work before', 0, 'GET', '/api/review-work')
  const { claim } = await say('claim', 0, 'POST', '/api/claims', { challengeId: challenge.id })
  const path = `/api/claims/${claim.id}`
  await say('claim again', 0, 'POST', '/api/claims', {})
  await say('work with a claim', 0, 'GET', '/api/review-work')
  await say('desk', 0, 'GET', path)
  await say('draft', 0, 'PUT', `${path}/draft`, { ...review, version: 0 })
  await say('stale draft', 0, 'PUT', `${path}/draft`, { ...review, version: 0 })
  await say('desk with a draft', 0, 'GET', path)
  await say('too soon', 0, 'POST', `${path}/review`, review)
  await say('not whole', 2, 'POST', `${path}/review`, { ...review, worked: '' })
  await say('levels', 1, 'POST', `${path}/levels`, { ratings: levelsOf(review.ratings) })
  await say('levels again', 1, 'POST', `${path}/levels`, { ratings: levelsOf(review.ratings) })
  await say('desk with choices', 1, 'GET', path)
  await say('review', 2, 'POST', `${path}/review`, review)
  await say('review again', 2, 'POST', `${path}/review`, review)
  await say('desk of a review', 2, 'GET', path)
  await say('undo', 2, 'DELETE', `${path}/review`)
  await say('desk after the undo', 2, 'GET', path)
  await say('review after the undo', 2, 'POST', `${path}/review`, review)
  await say('own reviews', 4, 'GET', '/api/reviews')
  await say('work after', 4, 'GET', '/api/review-work')
  await say('undo too late', 9, 'DELETE', `${path}/review`)
  const files = await exportOf(peer.client)
  const exported = Object.values(files)
  for (const table of ['claims', 'reviews', 'ratings']) {
    const shape = shapeOf(rowsIn(files, 'reviews', table))
    replies.push({ name: `export of ${table}`, status: 200, headers: [], trips: 0, shape })
  }
  const { itemId = null } = (await claimOf(claim.id)) ?? {}
  const entries = await admin.client.get('/api/audit-entries')
  texts.push(entries.text)
  const written = await db
    .select({ action: auditEntries.action, detail: auditEntries.detail })
    .from(auditEntries)
    .where(eq(auditEntries.actorId, peer.id))
  const trail = written.map(({ action, detail }) => `${action} ${detail}`).toSorted()
  return { replies, texts, exported, trail, itemId, isItem: itemId !== null }
}
