import { eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'

import { submissionQueue } from '../../../worker/reviews/tables.ts'
import { aMentor, aProgramme, aStudent, db, type Person } from '../../support/builders.ts'
import {
  account,
  aClaim,
  aHandedInClaim,
  aJob,
  aPastWorkChallenge,
} from '../../support/past-work.ts'
import { aReview, later } from '../../support/reviews.ts'
import { settle, tickAt } from '../../support/settle.ts'

const path = '/api/prior-learning-claims'

/** A student of a programme with so many mentors. */
async function aClaimant(mentors = 2) {
  const home = await aProgramme()
  await aPastWorkChallenge()
  const student = await aStudent({ in: home, name: 'Noor Haddad' })
  const judges = await Promise.all(Array.from({ length: mentors }, () => aMentor({ in: home })))
  return { home, student, judges }
}

/** The mentor claims what waits and judges it; returns when the review has settled. */
async function judge(mentor: Person, at: Date, levels: number | readonly number[] = 3) {
  const { body } = await mentor.client.at(at).post('/api/claims', {})
  if (!body.claim) throw new Error('Nothing waits.')
  const handIn = later(at, { minutes: 4 })
  const { status, text } = await mentor.client
    .at(handIn)
    .post(`/api/claims/${body.claim.id}/review`, aReview(levels))
  if (status !== 201) throw new Error(text)
  const settled = later(handIn, { minutes: 2 })
  await settle(settled)
  return settled
}

describe('a claim of past work', () => {
  it('is judged by two mentors and becomes a badge that says so', async () => {
    const { student, judges } = await aClaimant()
    // Past, so that the sign-in is fresh when the page is published.
    const at = later(new Date(), { minutes: -30 })
    const { claimId, submissionId } = await aHandedInClaim(student, { at })
    await settle(at)
    expect(await placesOf(submissionId)).toMatchObject([{ kind: 'mentor', wanted: 2, assigned: 0 }])
    expect((await student.client.at(at).get(`${path}/${claimId}`)).body).toMatchObject({
      state: 'handed-in',
      handedIn: { waitsFor: null },
    })

    let now = later(at, { minutes: 1 })
    for (const mentor of judges) now = await judge(mentor, now)
    await settle(now)
    const { body } = await student.client.at(now).get(`${path}/${claimId}`)
    expect(body).toMatchObject({
      state: 'decided',
      decision: { state: 'proficient', openCriteria: [], againFrom: null },
    })
    const { credentialId } = body.decision
    const { body: badge } = await student.client.at(now).get(`/api/credentials/${credentialId}`)
    expect(badge.level).toBe(3)
    expect(badge.document.evidence[0]).toMatchObject({
      genre: 'prior-learning',
      narrative: expect.stringMatching(
        /^Two mentors judged this account; jobs and links may show who wrote it\..*Mettle did not check the employment\.$/,
      ),
    })
    expect(badge.document.credentialSubject.achievement.criteria.narrative).toContain(
      'or, for prior learning, by mentors on an account of past work',
    )
    await student.client.put(`/api/credentials/${credentialId}/publication`, {
      on: true,
      showName: false,
      listed: false,
      version: 0,
    })
    const page = await student.client.get(`/credentials/${credentialId}`)
    expect(page.text).toContain('Prior learning: an account of past work')
    expect(page.text).toContain('Mettle did not check the employment.')
  })

  it('waits for a third mentor if two do not decide it, and then ends', async () => {
    const { student, judges } = await aClaimant(3)
    const at = new Date()
    const { claimId, submissionId } = await aHandedInClaim(student, { at })
    await settle(at)
    let now = later(at, { minutes: 1 })
    for (const [index, mentor] of judges.entries()) {
      now = await judge(mentor, now, index % 2 === 0 ? 3 : 2)
      const [place] = await placesOf(submissionId)
      expect(place).toMatchObject({ wanted: index === 0 ? 2 : 3, assigned: index + 1 })
    }
    const { body } = await student.client.at(now).get(`${path}/${claimId}`)
    expect(body.state).toBe('decided')
    expect(body.decision.state).not.toBe('proficient')
  })

  it('names the criteria that stay open, and refuses a new claim for thirty days', async () => {
    const { student, judges } = await aClaimant()
    const at = new Date()
    const { claimId, attemptId } = await aHandedInClaim(student, { at })
    await settle(at)
    let now = later(at, { minutes: 1 })
    for (const mentor of judges) now = await judge(mentor, now, [3, 3, 3, 1])
    const client = student.client.at(now)
    expect((await client.get(`${path}/${claimId}`)).body).toMatchObject({
      decision: { state: 'not-yet', openCriteria: ['weigh other views'], credentialId: null },
    })
    // Nothing is owed, so the comments open with the decision; there is no second round.
    const { body: result } = await client.get(`/api/attempts/${attemptId}/result`)
    expect(result).toMatchObject({
      state: 'decided',
      owed: { owed: 0, atMost: 0 },
      revision: { until: null },
    })
    expect(result.comments).toHaveLength(2)
    expect((await client.post(`/api/attempts/${attemptId}/rounds`)).body.type).toBe(
      '/problems/no-further-round',
    )
    expect((await client.get(`/api/attempts/${attemptId}/item-agreement`)).body.question).toBeNull()

    const again = { skill: 'collaboration' }
    const refused = await client.post(path, again)
    expect(refused).toMatchObject({
      status: 409,
      body: { type: '/problems/claim-too-early' },
    })
    expect((await student.client.at(later(at, { days: 31 })).post(path, again)).status).toBe(201)
  })

  it('is not judged by the coach, and waits if there is no second mentor', async () => {
    const { home, student, judges } = await aClaimant()
    const [coach] = judges
    await db.run(sql`INSERT INTO coachings (id, mentor_id, student_id, organization_id, created_at)
      VALUES (${crypto.randomUUID()}, ${coach?.id}, ${student.id}, ${home.id}, ${Date.now()})`)
    expect((await student.client.get(path)).body).toMatchObject({ isStudent: true, mentors: 1 })
    const at = new Date()
    const { claimId } = await aHandedInClaim(student, { at })
    await settle(at)
    expect((await coach?.client.post('/api/claims', {}))?.body.claim).toBeNull()
    const { body } = await student.client.get(`${path}/${claimId}`)
    expect(body.handedIn).toMatchObject({ waitsFor: 'mentor', expectedBy: null })
    await aMentor({ in: home })
    const hourLater = later(at, { hours: 2 })
    await tickAt(hourLater)
    expect(
      (await student.client.at(hourLater).get(`${path}/${claimId}`)).body.handedIn,
    ).toMatchObject({ waitsFor: null, expectedBy: expect.any(String) })
  })

  it('may be judged by a mentor who has judged the same author before', async () => {
    const { student, judges } = await aClaimant()
    const at = new Date()
    const first = await aHandedInClaim(student, { at })
    await settle(at)
    let now = later(at, { minutes: 1 })
    for (const mentor of judges) now = await judge(mentor, now, 1)
    expect((await student.client.at(now).get(`${path}/${first.claimId}`)).body.state).toBe(
      'decided',
    )
    const again = later(at, { days: 31 })
    await aHandedInClaim(student, { at: again })
    await settle(again)
    for (const mentor of judges) now = await judge(mentor, later(again, { minutes: 1 }))
  })

  it('shows its mentor the jobs and links while they judge it, and nobody else', async () => {
    const { student, judges } = await aClaimant()
    await aHandedInClaim(student)
    await settle()
    const [mentor, other] = judges
    const { body } = (await mentor?.client.post('/api/claims', {})) ?? {}
    const address = `/api/claims/${body.claim.id}/past-work`
    expect((await mentor?.client.get(address))?.body).toEqual({
      isService: false,
      jobs: [{ ...aJob }],
      links: ['https://example.org/rota'],
    })
    expect((await other?.client.get(address))?.status).toBe(404)
    await mentor?.client.delete(`/api/claims/${body.claim.id}?reason=no-time`)
    expect((await mentor?.client.get(address))?.status).toBe(404)
  })
})

describe('a claim that is withdrawn', () => {
  it('is an editable draft again, and nobody judges what was handed in', async () => {
    const { student, judges } = await aClaimant()
    const { claimId, submissionId } = await aHandedInClaim(student)
    await settle()
    const [mentor] = judges
    const taken = await mentor?.client.post('/api/claims', {})
    const address = `/api/claims/${taken?.body.claim.id}`
    expect((await mentor?.client.get(address))?.body.state).toBe('live')
    expect((await student.client.delete(`${path}/${claimId}/submission`)).status).toBe(204)
    expect((await mentor?.client.get(address))?.body.state).toBe('lapsed')
    expect(await placesOf(submissionId)).toMatchObject([{ wanted: 0, assigned: 0 }])
    expect((await mentor?.client.post('/api/claims', {}))?.body.claim).toBeNull()

    const { body } = await student.client.get(`${path}/${claimId}`)
    expect(body).toMatchObject({ state: 'draft', handedIn: null })
    expect(body.parts.map((part: { text: string }) => part.text)).toEqual(Object.values(account))
    const [part] = body.parts
    const saved = await student.client.put(`${path}/${claimId}/parts/${part.competency}`, {
      text: 'Shorter.',
      version: part.version,
    })
    expect(saved.status).toBe(200)
    const again = await student.client.post(`${path}/${claimId}/submission`, {
      answers: account,
      version: 1,
    })
    expect(again.status).toBe(201)
  })

  it('before its places are asked for, is asked of nobody', async () => {
    const { student } = await aClaimant()
    const { claimId, submissionId } = await aHandedInClaim(student)
    await student.client.delete(`${path}/${claimId}/submission`)
    await settle()
    expect(await placesOf(submissionId)).toEqual([])
  })

  it('cannot be withdrawn once it is decided', async () => {
    const { student, judges } = await aClaimant()
    const at = new Date()
    const { claimId } = await aHandedInClaim(student, { at })
    await settle(at)
    let now = later(at, { minutes: 1 })
    for (const mentor of judges) now = await judge(mentor, now)
    const refused = await student.client.at(now).delete(`${path}/${claimId}/submission`)
    expect(refused.body.type).toBe('/problems/claim-decided')
  })
})

it('a withdrawal and mentors who ask for work at once leave no live claim on it', async () => {
  const { student, judges } = await aClaimant(4)
  const { claimId, submissionId } = await aHandedInClaim(student)
  await settle()
  const [withdrawn] = await Promise.all([
    student.client.delete(`${path}/${claimId}/submission`),
    ...judges.map((mentor) => mentor.client.post('/api/claims', {})),
  ])
  expect(withdrawn.status).toBe(204)
  expect(
    await db.all(sql`SELECT id FROM claims
      WHERE submission_id = ${submissionId} AND ended_at IS NULL`),
  ).toEqual([])
  expect(await placesOf(submissionId)).toMatchObject([{ wanted: 0, assigned: 0 }])
})

describe('a draft of a claim', () => {
  it('is refused to nobody but who is a student nowhere', async () => {
    await aPastWorkChallenge()
    const mentor = await aMentor()
    expect(await mentor.client.post(path, { skill: 'collaboration' })).toMatchObject({
      status: 422,
      body: { type: '/problems/not-eligible', rules: [{ rule: 'enrolled' }] },
    })
  })

  it('is one at a time in a skill, also of two that are begun at once', async () => {
    const { student } = await aClaimant()
    const begun = await Promise.all(
      [1, 2, 3].map(() => student.client.post(path, { skill: 'collaboration' })),
    )
    expect(begun.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(begun.filter(({ status }) => status === 409)).toHaveLength(2)
  })

  it('is handed in once, also if two windows send it', async () => {
    const { student } = await aClaimant()
    const claimId = await aClaim(student)
    const sent = await Promise.all(
      [1, 2, 3].map(() =>
        student.client.post(`${path}/${claimId}/submission`, { answers: account, version: 1 }),
      ),
    )
    expect(sent.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(sent.filter(({ status }) => status === 409)).toHaveLength(2)
    expect(
      await db.all(sql`SELECT id FROM submissions WHERE student_id = ${student.id}`),
    ).toHaveLength(1)
  })

  it('needs a job, and four parts of 60 to 200 words', async () => {
    const { student } = await aClaimant()
    const begun = await student.client.post(path, { skill: 'collaboration' })
    const address = `${path}/${begun.body.id}`
    const handIn = (answers: object, version: number) =>
      student.client.post(`${address}/submission`, { answers, version })
    expect((await handIn(account, 0)).body.type).toBe('/problems/job-missing')
    await student.client.put(address, {
      isService: true,
      leftSchoolOn: null,
      jobs: [aJob],
      links: [],
      version: 0,
    })
    expect((await handIn({ ...account, 'agree-the-work': 'Too short.' }, 1)).body).toMatchObject({
      type: '/problems/answer-too-short',
      promptId: 'agree-the-work',
      least: 60,
    })
    expect((await handIn(account, 0)).body.type).toBe('/problems/stale-version')
  })

  it('says with figures which rules for credit its jobs do not meet', async () => {
    const { student } = await aClaimant()
    const claimId = await aClaim(student)
    const { body } = await student.client.get(`${path}/${claimId}`)
    expect(body).toMatchObject({
      experience: { days: 2_678, longestJobDays: 2_678, failing: [] },
      leastDays: { 'work-five-years': 1_826, 'one-job-one-year': 365 },
      jobs: [{ from: '2012-03', to: '2019-06-30' }],
    })
    const changed = await student.client.put(`${path}/${claimId}`, {
      isService: false,
      leftSchoolOn: '2019-01-01',
      jobs: [aJob],
      links: [],
      version: 1,
    })
    expect(changed.status).toBe(200)
    expect((await student.client.get(`${path}/${claimId}`)).body.experience).toEqual({
      days: 181,
      longestJobDays: 181,
      failing: ['work-five-years', 'one-job-one-year'],
    })
  })

  it('can be deleted, with all that was typed', async () => {
    const { student } = await aClaimant()
    const claimId = await aClaim(student)
    expect((await student.client.delete(`${path}/${claimId}`)).status).toBe(204)
    expect((await student.client.get(`${path}/${claimId}`)).status).toBe(404)
    expect((await student.client.get(path)).body.claims).toEqual([])
  })
})

describe('the challenge for past work', () => {
  it('is in no list, cannot be started, practised or forgone', async () => {
    const { id } = await aPastWorkChallenge()
    const { student, judges } = await aClaimant()
    const { body: catalogue } = await student.client.get('/api/challenges')
    expect(JSON.stringify(catalogue)).not.toContain(id)
    expect((await student.client.get(`/api/challenges/${id}`)).status).toBe(404)
    expect((await student.client.get(`/challenges/${id}`)).status).toBe(404)
    expect((await student.client.post('/api/attempts', { challengeId: id })).status).toBe(404)
    const [mentor] = judges
    const practice = await mentor?.client.get(`/api/practice-items?challengeId=${id}`)
    expect(practice?.status).toBe(404)
    const forgone = await mentor?.client.post('/api/forgone-challenges', { challengeId: id })
    expect(forgone?.status).toBe(404)
  })

  it('gives its author no reviews to do, and no other claimant one to give', async () => {
    const { home, student } = await aClaimant()
    const other = await aStudent({ in: home })
    await aHandedInClaim(student)
    await aHandedInClaim(other)
    await settle()
    const { body } = await student.client.get('/api/review-work')
    expect(body).toMatchObject({ challenges: [], owed: { owed: 0, atMost: 0 } })
    expect((await student.client.post('/api/claims', {})).body.claim).toBeNull()
    expect((await student.client.get('/api/attempts')).body.attempts).toEqual([])
  })
})

const placesOf = (submissionId: string) =>
  db.select().from(submissionQueue).where(eq(submissionQueue.submissionId, submissionId))
