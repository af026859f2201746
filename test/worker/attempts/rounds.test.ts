import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'

import { attempts, revisions, rounds, submissions } from '../../../worker/attempts/tables.ts'
import { credentials } from '../../../worker/credentials/tables.ts'
import { submissionQueue } from '../../../worker/reviews/tables.ts'
import { aStudent, db } from '../../support/builders.ts'
import { aChallenge, aPeer, aReadyMentor, claimAs, later } from '../../support/reviews.ts'
import {
  aClosedRound,
  aSecondHandIn,
  changedText,
  type ClosedRound,
  judge,
} from '../../support/rounds.ts'
import { settle, tickAt } from '../../support/settle.ts'

describe('a second round', () => {
  it('proves what was open, and the badge then has all four criteria', async () => {
    const round = await aClosedRound()
    const first = await resultOf(round)
    expect(first).toMatchObject({
      decision: 'not-yet',
      revision: {
        criteria: ['work through disagreement', 'weigh other views'],
        questions: 1,
      },
      neededMoreRounds: null,
    })
    expect(first.revision.until).toMatch(/T23:59:59.999Z$/)

    let now = await aSecondHandIn(round)
    // The reviews of the first round are not counted.
    expect(await resultOf(round, now)).toMatchObject({ state: 'waiting', reviews: { done: 0 } })
    expect(await openCriteriaOf(round.attemptId, 2)).toEqual([
      'work-through-disagreement',
      'weigh-other-views',
    ])
    // The mentor knows the first round, so they are asked at once.
    for (const person of [round.mentor, await aPeer(round.home, round.challenge)])
      // The first round said 1, so 3 would not be enough yet.
      now = await judge(person, round.challenge, now, 4)

    const result = await resultOf(round, now)
    expect(result).toMatchObject({ decision: 'proficient', level: 3, round: 2 })
    const states = result.criteria.map((each: Judged) => [each.state, each.round])
    expect(states).toEqual([
      ['proficient', 1],
      ['proficient', 1],
      ['proficient', 2],
      ['proficient', 2],
    ])
    // The mentor reviewed both rounds, and is one person.
    expect(result.reviewers).toEqual({ peers: 3, mentors: 1 })
    expect(result.rounds).toMatchObject([
      { round: 1, decision: 'not-yet' },
      { round: 2, decision: 'proficient' },
    ])
    const before = await resultOf(round, now, '/rounds/1/result')
    expect(before).toMatchObject({ round: 1, decision: 'not-yet' })
    expect(before.criteria[2].state).toBe('not-yet')

    const badge = await badgeOf(round)
    const [evidence] = badge.document.evidence
    const [one, two] = await submissionsOf(round.attemptId)
    // One for the skill, and one for each criterion.
    expect(badge.document.credentialSubject.result).toHaveLength(5)
    expect(evidence.id).toBe(`ni:///sha-256;${two?.evidenceHash}`)
    expect(evidence.description).toContain(
      `agree the work; share what you know: answered on ${dayOf(one?.at)} (ni:///sha-256;${one?.evidenceHash}).`,
    )
    expect(evidence.narrative).toMatch(
      /^Three peers and one mentor judged these answers without knowing whose they were\./,
    )
  })

  it('starts from the texts handed in, and plays no turn again', async () => {
    const round = await aClosedRound()
    const client = round.author.client.at(round.now)
    const opened = await client.post(`/api/attempts/${round.attemptId}/rounds`)
    expect(opened).toMatchObject({ status: 201, body: { round: 2 } })

    const { body } = await client.get(`/api/attempts/${round.attemptId}`)
    expect(body).toMatchObject({ state: 'open', round: 2, receipt: null })
    expect(body.revision).toEqual({
      planEnded: false,
      criteria: ['work through disagreement', 'weigh other views'],
    })
    expect(body.prompts.map((each: Prompt) => [each.id, each.changeable])).toEqual([
      ['plan', false],
      ['after', true],
    ])
    expect(body.prompts[1].text).toMatch(/^Next time we call about the lift first/)

    const back = { number: 6, kind: 'back', id: 'landing' }
    const turn = await client.post(`/api/attempts/${round.attemptId}/turns`, back)
    expect(turn).toMatchObject({ status: 409, body: { type: '/problems/turn-not-offered' } })
  })

  it('refuses a text that is nearly the same, and a change to a proved answer', async () => {
    const round = await aClosedRound()
    const client = round.author.client.at(round.now)
    await client.post(`/api/attempts/${round.attemptId}/rounds`)
    const handIn = (answers: object) =>
      client.post(`/api/attempts/${round.attemptId}/submission`, { round: 2, answers })

    const after = 'Next time we call about the lift first, and each of us says which box is ours.'
    expect(await handIn({ after })).toMatchObject({
      status: 409,
      body: { type: '/problems/submission-unchanged', words: 1, least: 15 },
    })
    expect(await handIn({ plan: changedText, after: changedText })).toMatchObject({
      status: 409,
      body: { type: '/problems/answer-settled', promptId: 'plan' },
    })
    expect(await handIn({ after: changedText })).toMatchObject({ status: 201 })
    expect(await handIn({ after: changedText })).toMatchObject({
      status: 409,
      body: { type: '/problems/already-handed-in' },
    })
  })

  it('owes three reviews more, and asks for a third round if it is not enough', async () => {
    const round = await aClosedRound()
    let now = await aSecondHandIn(round)
    for (const person of [round.mentor, await aPeer(round.home, round.challenge)])
      now = await judge(person, round.challenge, now, [3, 3, 3, 1])
    const second = await resultOf(round, now)
    expect(second.decision).toBe('not-yet')
    expect(second.owed.atMost).toBe(8)
    expect(second.revision.criteria).toEqual(['work through disagreement', 'weigh other views'])

    const third = `${changedText} Then I write down all three answers and read them out to everybody twice, slowly.`
    now = await aSecondHandIn({ ...round, now }, third)
    for (const person of [round.mentor, await aPeer(round.home, round.challenge)])
      now = await judge(person, round.challenge, now, [3, 3, 3, 1])
    const last = await resultOf(round, now)
    expect(last).toMatchObject({ decision: 'not-yet', round: 3, revision: { until: null } })
    const fourth = await round.author.client.at(now).post(`/api/attempts/${round.attemptId}/rounds`)
    expect(fourth).toMatchObject({ status: 409, body: { type: '/problems/no-further-round' } })
  })
})

describe('opening a round', () => {
  it('is refused to somebody else, after thirty days, and after a badge', async () => {
    const round = await aClosedRound()
    const path = `/api/attempts/${round.attemptId}/rounds`
    const other = await aStudent({ in: round.home })
    expect((await other.client.at(round.now).post(path)).status).toBe(404)

    const until = new Date((await resultOf(round)).revision.until)
    const late = later(until, { minutes: 2 })
    expect(await round.author.client.at(late).post(path)).toMatchObject({
      status: 409,
      body: { type: '/problems/revision-over' },
    })
    expect((await round.author.client.at(later(until, { minutes: -1 })).post(path)).status).toBe(
      201,
    )

    const proved = await aClosedRound([3, 3, 3, 3])
    const again = await proved.author.client
      .at(proved.now)
      .post(`/api/attempts/${proved.attemptId}/rounds`)
    expect(again).toMatchObject({ status: 409, body: { type: '/problems/no-further-round' } })
  })

  it('happens once, however often it is asked for at the same time', async () => {
    const round = await aClosedRound()
    const client = round.author.client.at(round.now)
    const path = `/api/attempts/${round.attemptId}/rounds`
    const answers = await Promise.all([client.post(path), client.post(path), client.post(path)])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409])
    const refused = answers.filter(({ status }) => status === 409)
    for (const { body } of refused) expect(body.type).toBe('/problems/attempt-open')
    expect(await stateOf(round.attemptId)).toMatchObject({ state: 'open', round: 2 })
  })

  it('is refused while two attempts are open in the skill, and after a new start', async () => {
    const round = await aClosedRound()
    const client = round.author.client.at(round.now)
    for (const challenge of [await aChallenge(), await aChallenge()])
      await client.post('/api/attempts', { challengeId: challenge.id })
    const path = `/api/attempts/${round.attemptId}/rounds`
    expect(await client.post(path)).toMatchObject({
      status: 409,
      body: { type: '/problems/attempt-open' },
    })

    const other = await aClosedRound()
    const month = later(other.now, { days: 30 })
    const again = other.author.client.at(month)
    const body = { challengeId: other.challenge.id }
    expect((await again.post('/api/attempts', body)).status).toBe(201)
    expect(await again.post(`/api/attempts/${other.attemptId}/rounds`)).toMatchObject({
      status: 409,
      body: { type: '/problems/attempt-open' },
    })
  })
})

describe('a round that is not handed in', () => {
  it('lapses: the result before it stays, and its texts begin the next attempt', async () => {
    const round = await aClosedRound()
    const client = round.author.client.at(round.now)
    const { body } = await client.post(`/api/attempts/${round.attemptId}/rounds`)
    const saved = { text: changedText, version: 1 }
    const draft = await client.put(`/api/attempts/${round.attemptId}/drafts/after`, saved)
    expect(draft.status).toBe(200)

    const end = later(new Date(body.closesAt), { minutes: 3 })
    await tickAt(end)
    expect(await stateOf(round.attemptId)).toMatchObject({ state: 'closed', round: 1 })
    const [revision] = await db
      .select()
      .from(revisions)
      .where(eq(revisions.attemptId, round.attemptId))
    expect(revision?.lapsedAt).not.toBeNull()

    const result = await resultOf(round, end)
    expect(result).toMatchObject({ decision: 'not-yet', round: 1 })
    const list = await round.author.client.at(end).get('/api/attempts')
    expect(list.body.attempts[0]).toMatchObject({ state: 'closed', round: 1 })
    const late = round.author.client.at(end)
    expect((await late.post(`/api/attempts/${round.attemptId}/rounds`)).body.type).toBe(
      '/problems/revision-over',
    )
    const again = await late.post('/api/attempts', { challengeId: round.challenge.id })
    expect(again.status).toBe(201)
    const { body: kept } = await late.get(`/api/attempts/${again.body.id}/drafts/after`)
    expect(kept.text).toBe(changedText)
  })

  it('can be opened again after a time outside the programme, with its texts', async () => {
    const round = await aClosedRound()
    const client = round.author.client.at(round.now)
    await client.post(`/api/attempts/${round.attemptId}/rounds`)
    await client.put(`/api/attempts/${round.attemptId}/drafts/after`, {
      text: changedText,
      version: 1,
    })
    // With a fresh proof, so at the real time.
    const left = await round.author.client.delete(`/api/memberships/${round.author.membershipId}`)
    expect(left.status).toBe(204)
    await settle(round.now)
    expect(await stateOf(round.attemptId)).toMatchObject({ state: 'closed', round: 1 })

    const back = await aStudentAgain(round)
    const path = `/api/attempts/${round.attemptId}`
    expect((await back.post(`${path}/rounds`)).status).toBe(201)
    const { body } = await back.get(path)
    expect(body.prompts[1].text).toBe(changedText)
  })
})

describe('the reviewer of the first round', () => {
  it('is offered the second one first, sees both texts and their own comments', async () => {
    const round = await aClosedRound()
    const now = await aSecondHandIn(round)
    const queue = await db
      .select()
      .from(submissionQueue)
      .where(eq(submissionQueue.preferredId, round.mentor.id))
    expect(queue).toMatchObject([{ kind: 'mentor', wanted: 1, assigned: 0 }])

    const other = await aReadyMentor(round.home, round.challenge)
    const nothing = await other.client
      .at(now)
      .post('/api/claims', { challengeId: round.challenge.id })
    expect(nothing.body.claim).toBeNull()

    const claimId = await claimAs(round.mentor, round.challenge, now)
    const desk = await round.mentor.client.at(now).get(`/api/claims/${claimId}`)
    expect(desk.body.criteria).toHaveLength(2)
    expect(desk.body.earlier.answers).toContainEqual({
      promptId: 'after',
      text: expect.stringMatching(/^Next time we call about the lift first/),
    })
    expect(desk.body.earlier.worked).toContain('The door and the box have a name each.')
    expect(desk.body.earlier.reasons).toHaveLength(4)

    const peer = await aPeer(round.home, round.challenge)
    const asPeer = await claimAs(peer, round.challenge, now)
    const { body } = await peer.client.at(now).get(`/api/claims/${asPeer}`)
    expect(body.earlier).toBeNull()
    expect(JSON.stringify(body)).not.toContain('Next time we call about the lift')
  })

  it('has a day; then anybody is offered it', async () => {
    const round = await aClosedRound()
    const now = await aSecondHandIn(round)
    const other = await aReadyMentor(round.home, round.challenge)
    const day = later(now, { hours: 25 })
    const claimId = await claimAs(other, round.challenge, day)
    const { body } = await other.client.at(day).get(`/api/claims/${claimId}`)
    expect(body.earlier).toBeNull()
  })
})

interface Judged {
  state: string
  round: number
}

interface Prompt {
  id: string
  changeable: boolean
}

async function resultOf(round: ClosedRound, at = round.now, path = '/result') {
  const { body } = await round.author.client.at(at).get(`/api/attempts/${round.attemptId}${path}`)
  return body
}

async function openCriteriaOf(attemptId: string, number: number) {
  const [row] = await db
    .select()
    .from(rounds)
    .where(and(eq(rounds.attemptId, attemptId), eq(rounds.number, number)))
  return JSON.parse(row?.openCriteria ?? '[]')
}

async function stateOf(attemptId: string) {
  const [row] = await db.select().from(attempts).where(eq(attempts.id, attemptId))
  return row
}

const submissionsOf = (attemptId: string) =>
  db
    .select()
    .from(submissions)
    .where(eq(submissions.attemptId, attemptId))
    .orderBy(submissions.round)

async function badgeOf({ author }: ClosedRound) {
  await settle(later(new Date(), { days: 1 }))
  const [row] = await db.select().from(credentials).where(eq(credentials.studentId, author.id))
  const { body } = await author.client.get(`/api/credentials/${row?.id}`)
  return body
}

const dayOf = (at: Date | undefined) => at?.toISOString().slice(0, 10)

/** The same account, a member of the programme again. */
async function aStudentAgain({ author, home, now }: ClosedRound) {
  const { memberships } = await import('../../../worker/accounts/tables.ts')
  const id = crypto.randomUUID()
  await db.insert(memberships).values({
    id,
    accountId: author.id,
    organizationId: home.id,
    role: 'student',
    createdAt: now,
  })
  const client = author.client.at(now)
  await client.put('/api/session/membership', { membershipId: id })
  return client
}
