import { eq } from 'drizzle-orm'
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'

import { planComments, revisionPlans, revisions } from '../../../worker/attempts/tables.ts'
import { coachings } from '../../../worker/organizations/tables.ts'
import { aMentor, aStudent, db, type Person } from '../../support/builders.ts'
import { aReadyMentor, claimAs, later } from '../../support/reviews.ts'
import { aClosedRound, changedText, type ClosedRound } from '../../support/rounds.ts'
import { settle } from '../../support/settle.ts'

const quote = 'Say what happens when the lift runs again before you are up.'
const words = 'I say who calls us when the lift runs, and what we do then.'

describe('a plan', () => {
  it('is saved as it is written, sealed, and shown to its student only', async () => {
    const round = await anOpenRound()
    const client = round.author.client.at(round.now)
    const path = `/api/attempts/${round.attemptId}/plan`
    expect((await client.get(path)).body).toMatchObject({ round: 2, lines: [], version: 0 })

    const saved = await client.put(path, { lines: [{ quote, words }], ended: false, version: 0 })
    expect(saved).toMatchObject({ status: 200, body: { version: 1 } })
    expect((await client.get(path)).body).toMatchObject({
      lines: [{ quote, words }],
      ended: false,
      version: 1,
      comments: [],
    })
    const stored = await env.DB.prepare('SELECT quote, words FROM revision_plans').all()
    expect(JSON.stringify(stored.results)).not.toContain('lift')

    const other = await aStudent({ in: round.home })
    expect((await other.client.at(round.now).get(path)).status).toBe(404)
    const more = { lines: [], ended: true, version: 1 }
    expect((await other.client.at(round.now).put(path, more)).status).toBe(404)
    expect((await round.mentor.client.at(round.now).get(path)).status).toBe(404)
  })

  it('written in two tabs at once is not lost: the later one is refused, and can be sent again', async () => {
    const round = await anOpenRound()
    const client = round.author.client.at(round.now)
    const path = `/api/attempts/${round.attemptId}/plan`
    const plan = (said: string) => ({
      lines: [{ quote, words: said }],
      ended: false,
      version: 0,
    })
    const both = await Promise.all([client.put(path, plan('One')), client.put(path, plan('Two'))])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    const refused = both.find(({ status }) => status === 409)
    expect(refused?.body.type).toBe('/problems/stale-version')
    const kept = await db
      .select()
      .from(revisionPlans)
      .where(eq(revisionPlans.attemptId, round.attemptId))
    expect(kept).toHaveLength(1)
    const { body } = await client.get(path)
    expect(await client.put(path, { ...plan('Two'), version: body.version })).toMatchObject({
      status: 200,
    })
  })

  it('can be skipped, has three lines at most, and ends with its round', async () => {
    const round = await anOpenRound()
    const client = round.author.client.at(round.now)
    const path = `/api/attempts/${round.attemptId}/plan`
    const line = { quote, words }
    const four = { lines: [line, line, line, line], ended: false, version: 0 }
    expect((await client.put(path, four)).status).toBe(422)

    const skipped = { lines: [], ended: true, version: 0 }
    expect((await client.put(path, skipped)).status).toBe(200)
    const { body } = await client.get(`/api/attempts/${round.attemptId}`)
    expect(body.revision.planEnded).toBe(true)
    const tooLate = round.author.client.at(later(new Date(body.closesAt), { minutes: 2 }))
    const late = await tooLate.put(path, { lines: [line], ended: true, version: 1 })
    expect(late).toMatchObject({ status: 409, body: { type: '/problems/plan-not-open' } })
  })

  it('is never shown to reviewers', async () => {
    const round = await aClosedRound()
    const client = round.author.client.at(round.now)
    await client.post(`/api/attempts/${round.attemptId}/rounds`)
    await client.put(`/api/attempts/${round.attemptId}/plan`, {
      lines: [{ quote, words }],
      ended: true,
      version: 0,
    })
    await client.post(`/api/attempts/${round.attemptId}/submission`, {
      round: 2,
      answers: { after: changedText },
    })
    await settle(round.now)
    const now = later(round.now, { minutes: 1 })
    const claimId = await claimAs(round.mentor, round.challenge, now)
    const { text } = await round.mentor.client.at(now).get(`/api/claims/${claimId}`)
    expect(text).not.toContain(words)
  })
})

describe('the coach', () => {
  it('reads the plans of their own students, and writes one remark about each', async () => {
    const round = await anOpenRound()
    const client = round.author.client.at(round.now)
    const plan = { lines: [{ quote, words }], ended: false, version: 0 }
    await client.put(`/api/attempts/${round.attemptId}/plan`, plan)
    const coach = await aCoachOf(round.author, round)

    const list = await coach.client.at(round.now).get('/api/revision-plans')
    expect(list.body).toMatchObject({
      plans: [{ name: 'Noor Haddad', round: 2, lines: [{ quote, words }], comment: null }],
      next: null,
    })
    const path = `/api/revision-plans/${list.body.plans[0].id}/comment`
    for (const said of ['Which of them would you ask first?', 'Who calls you then?'])
      expect(await coach.client.at(round.now).put(path, { words: said })).toMatchObject({
        status: 200,
        body: { words: said },
      })
    const answers = await env.DB.prepare('SELECT answer FROM idempotency_keys').all()
    expect(JSON.stringify(answers.results)).not.toContain('Who calls you')
    expect(
      await db.select().from(planComments).where(eq(planComments.attemptId, round.attemptId)),
    ).toHaveLength(1)
    const { body } = await client.get(`/api/attempts/${round.attemptId}/plan`)
    expect(body.comments).toMatchObject([{ words: 'Who calls you then?' }])
  })

  it('is nobody else: a mentor without the student sees none and can write none', async () => {
    const round = await anOpenRound()
    await round.author.client.at(round.now).put(`/api/attempts/${round.attemptId}/plan`, {
      lines: [{ quote, words }],
      ended: false,
      version: 0,
    })
    const [revision] = await db
      .select()
      .from(revisions)
      .where(eq(revisions.attemptId, round.attemptId))
    const path = `/api/revision-plans/${revision?.id}/comment`
    const other = await aReadyMentor(round.home, round.challenge)
    const before = await aCoachOf(round.author, round, round.now)
    for (const mentor of [other, before]) {
      const asMentor = mentor.client.at(round.now)
      expect((await asMentor.get('/api/revision-plans')).body.plans).toEqual([])
      expect((await asMentor.put(path, { words: 'No.' })).status).toBe(404)
    }
  })
})

async function anOpenRound(): Promise<ClosedRound> {
  const round = await aClosedRound()
  const opened = await round.author.client
    .at(round.now)
    .post(`/api/attempts/${round.attemptId}/rounds`)
  expect(opened.status).toBe(201)
  return round
}

async function aCoachOf(student: Person, { home, now }: ClosedRound, endedAt?: Date) {
  const mentor = await aMentor({ in: home })
  await db.insert(coachings).values({
    id: crypto.randomUUID(),
    mentorId: mentor.id,
    studentId: student.id,
    organizationId: home.id,
    createdAt: now,
    endedAt: endedAt ?? null,
  })
  return mentor
}
