import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'

import { aStudent, type Person } from '../../support/builders.ts'
import {
  aChallenge,
  aPeer,
  aReadyMentor,
  aSubmission,
  claimAs,
  later,
  reviewAs,
  type TestChallenge,
} from '../../support/reviews.ts'
import { settle } from '../../support/settle.ts'
import { answers, aSide, asks, twoThatShare } from '../../support/sharing.ts'

let challenge: TestChallenge
beforeAll(async () => {
  challenge = await aChallenge()
})

const offerTo = async ({ client }: Person) =>
  (await client.post('/api/claims', { challengeId: challenge.id })).body.claim

const decisionOn = (id: string) =>
  env.DB.prepare('SELECT state FROM decisions WHERE submission_id = ?').bind(id).first('state')

describe('two programmes that share reviewers', () => {
  it('peers and a mentor of one decide about an answer of the other', async () => {
    const { one, other } = await twoThatShare()
    const author = await aStudent({ in: one.home })
    const { id, at } = await aSubmission(author, challenge)
    const peers = [await aPeer(other.home, challenge), await aPeer(other.home, challenge)]
    const mentor = await aReadyMentor(other.home, challenge)
    let now = later(at, { minutes: 1 })
    for (const person of [...peers, mentor]) {
      const review = await reviewAs(person, challenge, { at: now })
      await settle(later(review.at, { minutes: 2 }))
      now = later(now, { minutes: 5 })
    }
    expect(await decisionOn(id)).toBe('proficient')
  })

  it('also those of the programme that asked decide about an answer of the one that was asked', async () => {
    const { one, other } = await twoThatShare()
    const { at } = await aSubmission(await aStudent({ in: other.home }), challenge)
    const peer = await aPeer(one.home, challenge)
    expect((await reviewAs(peer, challenge, { at })).reviewId).toBeTruthy()
  })

  it('an answer that waits when they begin goes to both', async () => {
    const [one, other] = [await aSide(), await aSide()]
    await aSubmission(await aStudent({ in: one.home }), challenge)
    await aSubmission(await aStudent({ in: other.home }), challenge)
    const peers = [await aPeer(one.home, challenge), await aPeer(other.home, challenge)]
    const elsewhere = await aPeer((await aSide()).home, challenge)
    const question = await asks(one, other)
    // Asked is not shared: each peer finds one answer, that of their own programme.
    const waiting = async (person: Person) =>
      (await person.client.get('/api/review-work')).body.challenges[0].waiting
    expect(await Promise.all(peers.map(waiting))).toEqual([1, 1])
    await answers(other, question, 'accepted')
    expect(await Promise.all(peers.map(waiting))).toEqual([2, 2])
    expect(await waiting(elsewhere)).toBe(0)
    expect(await offerTo(elsewhere)).toBeNull()
  })
})

describe('when it ends', () => {
  it('waiting answers go back, a live claim goes on to its end, and its review counts', async () => {
    const { one, other, id } = await twoThatShare()
    const author = await aStudent({ in: other.home })
    const submission = await aSubmission(author, challenge)
    const [claiming, idle] = [await aPeer(one.home, challenge), await aPeer(one.home, challenge)]
    const claimId = await claimAs(claiming, challenge, submission.at)
    expect((await other.admin.client.delete(`/api/reviewer-sharings/${id}`)).status).toBe(204)
    expect(await offerTo(idle)).toBeNull()
    const home = await aPeer(other.home, challenge)
    expect(await offerTo(home)).not.toBeNull()
    const desk = await claiming.client.get(`/api/claims/${claimId}`)
    expect(desk.body.state).toBe('live')
  })
})
