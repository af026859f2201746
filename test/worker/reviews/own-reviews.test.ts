import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'

import { aProgramme, aStudent, type Person } from '../../support/builders.ts'
import { aChallenge, aPeer, aSubmission, later, reviewAs } from '../../support/reviews.ts'

const listOf = async ({ client }: Person, after?: string) => {
  const { status, body } = await client.get(`/api/reviews${after ? `?after=${after}` : ''}`)
  expect(status).toBe(200)
  return body
}

it('a reviewer finds what they judged, practice too, and nothing of its author', async () => {
  const [home, challenge] = [await aProgramme(), await aChallenge()]
  const author = await aStudent({ in: home, name: 'Leila Haddad' })
  const { id: submissionId } = await aSubmission(author, challenge)
  const peer = await aPeer(home, challenge)
  const { at, claimId } = await reviewAs(peer, challenge, { at: later(new Date(), { minutes: 1 }) })

  const { judged, next } = await listOf(peer)
  const { id: challengeId } = challenge
  expect(judged).toEqual([
    { challengeId, title: 'Two boxes', as: 'peer', at: expect.any(String) },
    { challengeId, title: 'Two boxes', as: 'practice', at: expect.any(String) },
    { challengeId, title: 'Two boxes', as: 'practice', at: expect.any(String) },
  ])
  expect(Math.abs(Date.parse(judged[0].at) - at.getTime())).toBeLessThan(10_000)
  expect(next).toBeNull()
  for (const hidden of ['Leila', author.id, submissionId])
    expect(JSON.stringify(judged)).not.toContain(hidden)
  expect((await listOf(await aPeer(home, challenge))).judged).toHaveLength(2)

  // A review taken back is not handed in.
  const minute = peer.client.at(later(at, { minutes: 0.5 }))
  expect((await minute.delete(`/api/claims/${claimId}/review`)).status).toBe(204)
  expect((await listOf(peer)).judged).toHaveLength(2)
})

it('a long list has pages: each review once, each practice answer with the reviews of its time', async () => {
  const [home, challenge] = [await aProgramme(), await aChallenge()]
  const peer = await aPeer(home, challenge)
  const authors = await Promise.all(Array.from({ length: 21 }, () => aStudent({ in: home })))
  for (const author of authors) await aSubmission(author, challenge)
  await haveReviewed(peer, challenge.id)

  const first = await listOf(peer)
  expect(first.judged).toHaveLength(20)
  expect(first.next).not.toBeNull()
  const second = await listOf(peer, first.next)
  expect(second.next).toBeNull()
  const kinds = second.judged.map(({ as }: { as: string }) => as)
  expect(kinds).toEqual(['peer', 'practice', 'practice'])
  const times = [...first.judged, ...second.judged].map(({ at }: { at: string }) => at)
  expect(times).toEqual(times.toSorted().toReversed())
  expect(new Set(times.slice(0, 21)).size).toBe(21)

  expect((await listOf(await aPeer(home, challenge), first.next)).judged).toEqual([])
})

/** A review of every submission of the others, a second apart, later than the practice. */
async function haveReviewed({ id }: Person, challengeId: string) {
  const others = `FROM submissions s WHERE challenge_id = ?2 AND student_id <> ?1`
  const at = Date.now() + 60_000
  const order = `row_number() OVER (ORDER BY s.id) * 1000`
  await env.DB.batch([
    env.DB.prepare(`INSERT INTO claims (id, submission_id, reviewer_id, author_id, organization_id,
        challenge_id, role, claimed_at, lease_until, ended_at, end_reason)
      SELECT 'c' || substr(s.id, 2), s.id, ?1, s.student_id, s.organization_id, ?2, 'peer', ${at},
        ${at}, ${at}, 'submitted' ${others}`).bind(id, challengeId),
    env.DB.prepare(`INSERT INTO reviews (id, submission_id, reviewer_id, role, claim_id, worked,
        try_next, handed_in_at, effective_at, surplus)
      SELECT s.id, s.id, ?1, 'peer', 'c' || substr(s.id, 2), '0|', '0|', ${at} + ${order},
        ${at} + ${order} + 60000, 0 ${others}`).bind(id, challengeId),
  ])
}
