import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'

import { challenges } from '../../../worker/scenarios/tables.ts'
import { coachings } from '../../../worker/organizations/tables.ts'
import { aMentor, aStudent, db, type Organization, type Person } from '../../support/builders.ts'
import { mailbox } from '../../support/mailbox.ts'
import {
  aChallenge,
  aChallengeWithItems,
  aPeer,
  aReadyMentor,
  aReview,
  aSubmission,
  claimAs,
  handedIn,
  hasPractised,
  later,
  openFullResult,
  requestReviewsFor,
  reviewAs,
  type TestChallenge,
} from '../../support/reviews.ts'
import { askErasure } from '../../support/erasing.ts'
import { settle, tickAt } from '../../support/settle.ts'
import { aSide, twoThatShare } from '../../support/sharing.ts'
import { eq } from 'drizzle-orm'

let challenge: TestChallenge
beforeAll(async () => {
  challenge = await aChallenge()
})

const offerTo = async ({ client }: Person, at?: Date) =>
  (await (at ? client.at(at) : client).post('/api/claims', { challengeId: challenge.id })).body
    .claim

const mailsTo = ({ email }: Person) => mailbox.filter(({ to }) => to === email)

/** A mentor's place in the queue, as it opens after the peers. */
const wantsMentor = (submissionId: string) =>
  env.DB.prepare(
    "UPDATE submission_queue SET wanted = 1 WHERE submission_id = ? AND kind = 'mentor'",
  )
    .bind(submissionId)
    .run()

/** The same person in one more role. */
async function alsoIn(home: Organization, { id }: Person, role: string): Promise<string> {
  const membershipId = crypto.randomUUID()
  await env.DB.prepare(
    'INSERT INTO memberships (id, account_id, organization_id, role, created_at) VALUES (?, ?, ?, ?, 1)',
  )
    .bind(membershipId, id, home.id, role)
    .run()
  return membershipId
}

describe('what the two sides read of each other', () => {
  it('neither the desk nor the result has the other’s programme or a name', async () => {
    const { one, other } = await twoThatShare(['Harbour Lane College', 'Hillside Academy'])
    const author = await aStudent({ in: one.home, name: 'Leila Haddad' })
    const plan =
      'I am Leila from Harbour Lane College and I take the big box up to the third floor.'
    const after = 'Next time we call about the lift first, and each of us says which box is theirs.'
    const submission = await aSubmission(author, challenge, { answers: { plan, after } })
    const peer = await aPeer(other.home, challenge, 'Tobias Lindqvist')
    const claimId = await claimAs(peer, challenge, submission.at)
    const desk = await peer.client.get(`/api/claims/${claimId}`)
    const hidden = ['Leila', 'Haddad', 'Harbour', one.home.id, one.home.slug, author.id]
    for (const word of hidden) expect(desk.text).not.toContain(word)
    expect(desk.body.answers[0].text).toContain('from [hidden]')

    const work = await peer.client.get('/api/review-work')
    for (const word of hidden) expect(work.text).not.toContain(word)
    const said = aReview(3, 'At Hillside Academy we, Tobias and all, would say it so.')
    const at = later(submission.at, { minutes: 3 })
    await peer.client.at(at).post(`/api/claims/${claimId}/review`, said)
    await settle(later(at, { minutes: 2 }))
    await reviewAs(await aPeer(one.home, challenge), challenge, { at: later(at, { minutes: 3 }) })
    await settle(later(at, { minutes: 7 }))
    const mentor = await aReadyMentor(one.home, challenge)
    await reviewAs(mentor, challenge, { at: later(at, { minutes: 8 }) })
    await settle(later(at, { minutes: 12 }))
    await openFullResult(submission.id)
    const result = await author.client
      .at(later(at, { minutes: 13 }))
      .get(`/api/attempts/${submission.attemptId}/result`)
    expect(result.text).toContain('would say it so')
    for (const word of ['Hillside', 'Tobias', other.home.id, peer.id])
      expect(result.text).not.toContain(word)
  })
})

describe('the rules of the queue hold across both programmes', () => {
  it('who coaches the author, knows them or has judged them gets none of their answers', async () => {
    const { one, other } = await twoThatShare()
    const author = await aStudent({ in: one.home })
    const mentor = await aReadyMentor(other.home, challenge)
    const submission = await aSubmission(author, challenge)
    await wantsMentor(submission.id)
    await db.insert(coachings).values({
      id: crypto.randomUUID(),
      mentorId: mentor.id,
      studentId: author.id,
      organizationId: other.home.id,
      createdAt: new Date(),
    })
    expect(await offerTo(mentor)).toBeNull()

    const peer = await aPeer(other.home, challenge)
    const claimId = await claimAs(peer, challenge)
    const query = 'reason=know-this-person'
    expect((await peer.client.delete(`/api/claims/${claimId}?${query}`)).status).toBe(204)
    expect(await offerTo(peer)).toBeNull()
  })

  it('a mentor who is a student of the author’s programme does not judge there', async () => {
    const { one, other } = await twoThatShare()
    const mentor = await aReadyMentor(other.home, challenge)
    await alsoIn(one.home, mentor, 'student')
    const submission = await aSubmission(await aStudent({ in: one.home }), challenge)
    await wantsMentor(submission.id)
    expect(await offerTo(mentor)).toBeNull()
    const own = await aSubmission(await aStudent({ in: other.home }), challenge)
    await wantsMentor(own.id)
    expect(await offerTo(mentor)).not.toBeNull()
  })

  it('a mentor gets no challenge that only the other programme plays', async () => {
    const { one, other } = await twoThatShare()
    const theirs = await aChallenge()
    await db
      .update(challenges)
      .set({ organizationId: one.home.id })
      .where(eq(challenges.id, theirs.id))
    const mentor = await aReadyMentor(other.home, theirs)
    const submission = await aSubmission(await aStudent({ in: one.home }), theirs)
    await wantsMentor(submission.id)
    const refused = await mentor.client.post('/api/claims', { challengeId: theirs.id })
    expect(refused.body.claim).toBeNull()
    await tickAt(later(submission.at, { minutes: 2 }))
    // Nobody else counts on this mentor either.
    expect((await waitsFor(submission.id)).waits_for).toBe('mentor')
  })

  it('hidden items stay in the programme whose author agreed', async () => {
    const { one, other } = await twoThatShare()
    const withItems = await aChallengeWithItems()
    const author = await aStudent({ in: one.home })
    const { id } = await handedIn(author, withItems)
    await env.DB.prepare(
      `INSERT INTO hidden_items (id, challenge_id, version_hash, language, pool, source, submission_id,
         author_id, levels, anchor_variance, body, made_at)
       SELECT id, challenge_id, version_hash, language, organization_id, 'round', id, student_id,
         '{}', 0.28, '0|{}', 1 FROM submissions WHERE id = ?`,
    )
      .bind(id)
      .run()
    await env.DB.prepare("DELETE FROM hidden_items WHERE source = 'public' AND challenge_id = ?")
      .bind(withItems.id)
      .run()
    await aSubmission(await aStudent({ in: other.home }), withItems)
    const claimed = async (home: Organization) => {
      const peer = await aPeer(home, withItems)
      const claimId = await claimAs(peer, withItems)
      return env.DB.prepare('SELECT item_id FROM claims WHERE id = ?')
        .bind(claimId)
        .first('item_id')
    }
    // The first offer in a challenge is an item, if there is one.
    expect(await claimed(one.home)).toBe(id)
    expect(await claimed(other.home)).toBeNull()
  })
})

const waitsFor = async (submissionId: string) =>
  (await env.DB.prepare('SELECT waits_for, organization_id FROM promises WHERE submission_id = ?')
    .bind(submissionId)
    .first<{ waits_for: string | null; organization_id: string }>()) ?? { waits_for: 'no promise' }

describe('dates and mails', () => {
  it('a mentor of the other programme is enough for a date, until the sharing ends', async () => {
    const { one, other, id } = await twoThatShare()
    const mentor = await aMentor({ in: other.home })
    const author = await aStudent({ in: one.home })
    const handed = await handedIn(author, challenge)
    const dates = async (at: Date) => {
      const { body } = await author.client.at(at).get(`/api/attempts/${handed.attemptId}/result`)
      return body.expectedBy
    }
    expect(await dates(handed.at)).not.toBeNull()
    await requestReviewsFor(handed.id, handed.at)
    await tickAt(later(handed.at, { minutes: 2 }))
    expect(await dates(later(handed.at, { minutes: 3 }))).not.toBeNull()

    await env.DB.prepare("UPDATE reminders SET due_at = 0 WHERE kind = 'mentor-place'").run()
    await wantsMentor(handed.id)
    await one.admin.client.delete(`/api/reviewer-sharings/${id}`)
    await tickAt(later(handed.at, { hours: 2 }))
    expect(await dates(later(handed.at, { hours: 3 }))).toBeNull()
    await settle(later(handed.at, { hours: 3 }))
    // The admins of the author's programme are told, and only they.
    expect(
      mailsTo(one.admin)
        .map(({ text }) => text)
        .join(),
    ).toContain('Invite a mentor')
    expect(
      mailsTo(other.admin)
        .map(({ text }) => text)
        .join(),
    ).not.toContain('Invite a mentor')
    expect(mailsTo(mentor).filter(({ text }) => text.includes('/reviews'))).toEqual([])
  })

  it('mentors of both are told that a mentor’s review waits', async () => {
    const { one, other } = await twoThatShare()
    const mentors = [await aMentor({ in: one.home }), await aMentor({ in: other.home })]
    const stranger = await aMentor({ in: (await aSide()).home })
    const author = await aStudent({ in: one.home })
    const { id, at } = await aSubmission(author, challenge)
    for (const home of [one.home, other.home])
      await reviewAs(await aPeer(home, challenge), challenge, { at })
    await settle(later(at, { minutes: 5 }))
    await tickAt(later(at, { days: 1, hours: 2 }))
    await settle(later(at, { days: 1, hours: 3 }))
    const told = [...mentors, stranger].map((mentor) => mailsTo(mentor).length > 0)
    expect([await waitsFor(id), ...told]).toEqual([
      { waits_for: null, organization_id: one.home.id },
      true,
      true,
      false,
    ])
  })

  it('an answer that worried a mentor of the other programme is shown to the author’s admins, without the mentor', async () => {
    const { one, other, id } = await twoThatShare()
    const submission = await aSubmission(await aStudent({ in: one.home }), challenge)
    await wantsMentor(submission.id)
    const mentor = await aReadyMentor(other.home, challenge, 'Tobias Lindqvist')
    const claimId = await claimAs(mentor, challenge)
    await mentor.client.delete(`/api/claims/${claimId}?reason=distressing`)
    await settle()
    expect(mailsTo(one.admin).length).toBeGreaterThan(0)
    expect(mailsTo(other.admin)).toEqual([])
    // Also after the sharing.
    await one.admin.client.delete(`/api/reviewer-sharings/${id}`)
    const seen = await one.admin.client.get('/api/insights/worried')
    expect(seen.body.worried).toMatchObject([
      { submissionId: submission.id, byMentor: true, mentor: null },
    ])
    expect(seen.text).not.toContain('Tobias')
    expect((await other.admin.client.get('/api/insights/worried')).body.worried).toEqual([])
    const author = `/api/insights/worried/${submission.id}/author`
    expect((await one.admin.client.post(author)).status).toBe(200)
    expect((await other.admin.client.post(author)).status).toBe(404)
  })
})

describe('who leaves', () => {
  it('a reviewer who leaves their programme gives the answer of the other back', async () => {
    const { one, other } = await twoThatShare()
    const submission = await aSubmission(await aStudent({ in: one.home }), challenge)
    const peer = await aPeer(other.home, challenge)
    const claimId = await claimAs(peer, challenge)
    expect((await peer.client.get(`/api/claims/${claimId}`)).body.state).toBe('live')
    expect((await other.admin.client.delete(`/api/members/${peer.membershipId}`)).status).toBe(204)
    await settle()
    expect((await peer.client.get(`/api/claims/${claimId}`)).status).not.toBe(200)
    const assigned = await env.DB.prepare(
      "SELECT assigned FROM submission_queue WHERE submission_id = ? AND kind = 'peer'",
    )
      .bind(submission.id)
      .first('assigned')
    expect(assigned).toBe(0)
    expect(await offerTo(await aPeer(one.home, challenge))).not.toBeNull()
  })

  it('an author who is erased has no answer left in the shared queue', async () => {
    const { one, other } = await twoThatShare()
    const author = await aStudent({ in: one.home })
    const { id, at } = await aSubmission(author, challenge)
    await askErasure(author, at)
    await tickAt(later(at, { days: 15 }))
    const left = 'SELECT count(*) AS n FROM submission_queue WHERE submission_id = ?'
    expect(await env.DB.prepare(left).bind(id).first('n')).toBe(0)
    expect(await offerTo(await aPeer(other.home, challenge))).toBeNull()
  })
})

describe('a small group', () => {
  const small = async ({ client }: Person) =>
    (await client.get('/api/reviewer-sharings')).body.smallGroup

  async function sixIn(home: Organization) {
    for (let n = 0; n < 6; n++) {
      const student = await aStudent({ in: home })
      await hasPractised(student, challenge)
      await aSubmission(student, challenge)
    }
  }

  it('six and six are not small together, and small again when the sharing ends', async () => {
    const [one, other] = [await aSide(), await aSide()]
    await sixIn(one.home)
    await sixIn(other.home)
    expect([await small(one.admin), await small(other.admin)]).toEqual([true, true])
    const asked = await one.admin.client.post('/api/reviewer-sharings', {
      programme: other.home.slug,
    })
    const path = `/api/reviewer-sharings/${asked.body.id}`
    await other.admin.client.post(`${path}/answer`, { answer: 'accepted' })
    expect([await small(one.admin), await small(other.admin)]).toEqual([false, false])
    const peer = await aPeer(other.home, challenge)
    expect((await peer.client.get('/api/review-work')).body.smallGroup).toBe(false)
    // A hand-in in either is counted for both.
    await aSubmission(await aStudent({ in: one.home }), challenge)
    const counts = await env.DB.prepare(
      'SELECT students FROM review_pools WHERE organization_id IN (?, ?)',
    )
      .bind(one.home.id, other.home.id)
      .all()
    expect(counts.results).toEqual([{ students: 13 }, { students: 13 }])

    await one.admin.client.delete(path)
    expect([await small(one.admin), await small(other.admin)]).toEqual([true, true])
    expect((await peer.client.get('/api/review-work')).body.smallGroup).toBe(true)
  })
})
