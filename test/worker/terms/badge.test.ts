import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'

import { awardCredential } from '../../../worker/credentials/award/award-credential.ts'
import { credentials } from '../../../worker/credentials/tables.ts'
import { systemCall } from '../../../worker/foundation/call/system-call.ts'
import { visibleCredentials } from '../../../worker/talent/tables.ts'
import { aDecision, aNote, anAward, awardOf, sign } from '../../support/awards.ts'
import { type Person, aStudent, db } from '../../support/builders.ts'
import { Client } from '../../support/client.ts'
import { aCrowd } from '../../support/crowd.ts'
import {
  aHiringEmployer,
  anApproval,
  aVisibleStudent,
  type Hiring,
  openToWork,
  search,
  switchOn,
} from '../../support/hiring.ts'
import { mailbox } from '../../support/mailbox.ts'
import { sessionAt } from '../../support/session-at.ts'
import { settle, tickAt } from '../../support/settle.ts'

const day = 86_400_000
const later = (days: number) => new Date(Date.now() + days * day)
/** 36 months are 1,096 days at most. */
const over = 1_100

function awardAt(at: Date, decisionId: string) {
  const call = systemCall(env, `outbox:${crypto.randomUUID()}:award`, at)
  return awardCredential(call, aNote('decision.made', decisionId))
}

async function earnAgain(student: Person, at: Date) {
  const decisionId = await aDecision(student, { title: crypto.randomUUID() })
  await awardAt(at, decisionId)
  return awardOf(decisionId)
}

const rowOf = (id: string) => db.select().from(credentials).where(eq(credentials.id, id)).get()
const stateOf = async (student: Person, id: string, at: Date) =>
  (await (await sessionAt(student, at)).get(`/api/credentials/${id}`)).body.state

/** The recruiter with a session at that time. */
async function hiringAt(hiring: Hiring, at: Date): Promise<Hiring> {
  const client = await sessionAt(hiring.recruiter, at)
  return { ...hiring, recruiter: { ...hiring.recruiter, client } }
}

async function aLastingEmployer(): Promise<Hiring> {
  const hiring = await aHiringEmployer()
  await env.DB.prepare('UPDATE approvals SET ended_at = 0 WHERE subject_id = ?')
    .bind(hiring.employer.id)
    .run()
  await anApproval(hiring.employer, later(5_000))
  return hiring
}

describe('a badge past its 36 months', () => {
  it('can be earned again, before and after the cron has run', async () => {
    for (const isNoticed of [false, true]) {
      const student = await aStudent()
      const { id } = await anAward(student)
      if (isNoticed) await tickAt(later(over))

      const next = await earnAgain(student, later(over + 1))

      expect(next?.id).toBeDefined()
      expect(next?.id).not.toBe(id)
      expect((await rowOf(id))?.expiredAt).toEqual((await rowOf(id))?.validUntil)
      await sign(next?.id ?? '')
      expect(await stateOf(student, next?.id ?? '', later(over + 2))).toBe('in-force')
    }
  })

  it('prevents a successor until its last day', async () => {
    const student = await aStudent()
    const { id } = await anAward(student)
    const end = (await rowOf(id))?.validUntil?.getTime() ?? 0
    expect(await earnAgain(student, new Date(end - 1_000))).toBeUndefined()
    expect(await earnAgain(student, new Date(end))).toBeDefined()
  })

  it('has one successor, however many decisions are answered at once', async () => {
    const student = await aStudent()
    await anAward(student)
    const decisions = [await aDecision(student), await aDecision(student), await aDecision(student)]
    await Promise.all(decisions.map((decision) => awardAt(later(over), decision)))
    const awarded = await Promise.all(decisions.map(awardOf))
    expect(awarded.filter(Boolean)).toHaveLength(1)
  })

  it('is renewed again after 72 months and after 108', async () => {
    const student = await aStudent()
    await anAward(student)
    for (const days of [over, 2 * over, 3 * over]) {
      expect(await earnAgain(student, later(days))).toBeDefined()
    }
  })

  it('is shown as expired to its holder and on its page, also after 60 months', async () => {
    const student = await aStudent()
    const { id, path } = await anAward(student)
    const publication = { on: true, showName: false, listed: true, version: 0 }
    await student.client.put(`/api/credentials/${id}/publication`, publication)
    const read = (days: number) => new Client().at(later(days)).get(path)
    expect((await read(1)).text).toContain('<title>Collaboration')

    for (const days of [over, 1_830]) {
      const { text, status } = await read(days)
      expect(status).toBe(200)
      expect(text).toContain('<title>Expired badge: Collaboration')
      expect(text).toContain('property="og:title" content="Expired badge')
      expect(text).toContain('This badge expired on')
      expect(await stateOf(student, id, later(days))).toBe('expired')
    }
  })

  it('can still be taken off its public page', async () => {
    const student = await aStudent()
    const { id, path } = await anAward(student)
    const publication = { on: true, showName: true, listed: true, version: 0 }
    await student.client.put(`/api/credentials/${id}/publication`, publication)
    await tickAt(later(over))

    const client = await sessionAt(student, later(over))
    const off = { on: false, showName: false, listed: false, version: 1 }

    expect((await client.put(`/api/credentials/${id}/publication`, off)).status).toBe(200)
    expect((await new Client().at(later(over)).get(path)).status).toBe(404)
  })

  it('tells its holder once, when the cron runs', async () => {
    const student = await aStudent()
    await anAward(student)
    await settle()
    for (const days of [over, over + 1]) await tickAt(later(days))
    const told = mailbox.filter(
      ({ to, subject }) => to === student.email && /expired/.test(subject),
    )
    expect(told).toHaveLength(1)
    expect(told[0]?.text).toContain('You can earn a new one')
  })
})

describe('in search, an expired badge', () => {
  /** What the employer's search finds at that time. */
  async function seenAt(hiring: Hiring, at: Date, criteria: object = {}) {
    return search(await hiringAt(hiring, at), criteria)
  }

  it('is on no card, short or full, and not in the preview', async () => {
    const hiring = await aLastingEmployer()
    const headline = 'Calm, and here until tomorrow'
    const soon = await aVisibleStudent({
      skills: ['collaboration', 'empathy'],
      fields: { headline },
    })
    // One badge expires tomorrow, the other stays.
    const [first = '', second = ''] = soon.credentialIds
    await db
      .update(credentials)
      .set({ validUntil: later(1) })
      .where(eq(credentials.id, first))
    const skills = (skill: string) => ({
      skills: { match: 'any', of: [{ skill, minimumLevel: 3 }] },
    })
    const seenOn = async (days: number, skill: string) => {
      const then = await hiringAt(hiring, later(days))
      return { ...then, ...(await search(then, skills(skill))) }
    }
    const found = async (skill: string, days: number) => (await seenOn(days, skill)).cards.length
    const before = await found('collaboration', 0)

    expect(before).toBeGreaterThan(0)
    expect(await found('collaboration', 2)).toBe(before - 1)
    expect(await found('empathy', 2)).toBe(await found('empathy', 0))
    const { cards, recruiter } = await seenOn(2, 'empathy')
    const card = cards.find((each) => (each as { headline?: string }).headline === headline)
    expect(card).toMatchObject({ badges: [{ skill: 'empathy' }] })
    const full = await recruiter.client.post(`/api/cards/${card?.pseudonym}/views`)
    expect(full.body.card.badges).toMatchObject([{ skill: 'empathy' }])
    const page = await (await sessionAt(soon, later(2))).get('/api/visibility')
    expect(
      page.body.badges.map(({ credentialId }: { credentialId: string }) => credentialId),
    ).toEqual([second])
  })

  it('is in no count and no facet', async () => {
    const hiring = await aLastingEmployer()
    const model = await aVisibleStudent({ skills: ['initiative'] })
    const [runsOut] = await aCrowd(model, 4, () => ({ skill: 'initiative' }))
    await db
      .update(credentials)
      .set({ validUntil: later(1) })
      .where(eq(credentials.id, runsOut?.credential ?? ''))
    const criteria = { skills: { match: 'any', of: [{ skill: 'initiative', minimumLevel: 3 }] } }
    const counts = async (days: number) => {
      const { count, facets } = (await seenAt(hiring, later(days), criteria)).made.body
      return [count, facets.skills.initiative, facets.levels['3']]
    }
    expect(await counts(0)).toEqual(['5+', '5+', '5+'])
    expect(await counts(2)).toEqual(['<5', '<5', '<5'])
  })

  it('cannot prompt a request to its holder, also before the cron has run', async () => {
    const hiring = await aLastingEmployer()
    const { openingId } = hiring
    const student = await aVisibleStudent({ skills: ['oral-communication'] })
    const of = [{ skill: 'oral-communication', minimumLevel: 3 }]
    const { cards } = await search(hiring, { skills: { match: 'any', of } })
    const asked = { openingId, pseudonym: cards[0]?.pseudonym }
    await db
      .update(credentials)
      .set({ validUntil: later(1) })
      .where(eq(credentials.studentId, student.id))
    const { recruiter } = await hiringAt(hiring, later(2))
    const late = await recruiter.client.post('/api/interview-requests', asked)
    const now = await hiring.recruiter.client.post('/api/interview-requests', asked)
    expect([late.status, now.status]).toEqual([404, 201])
  })

  it('is removed from the card with the next tick, and the last one pauses visibility with a mail', async () => {
    const student = await aVisibleStudent()
    const [id = ''] = student.credentialIds
    await db
      .update(credentials)
      .set({ validUntil: later(1) })
      .where(eq(credentials.id, id))
    await tickAt(later(2))
    const left = await db
      .select()
      .from(visibleCredentials)
      .where(eq(visibleCredentials.studentId, student.id))
    expect(left).toEqual([])
    const subjects = mailbox.filter(({ to }) => to === student.email).map(({ subject }) => subject)
    expect(subjects).toContain('Employers can no longer find you')
  })

  it('makes room for the new one on the card', async () => {
    const hiring = await aLastingEmployer()
    const student = await aVisibleStudent({ skills: ['resilience'] })
    const at = later(over)
    await tickAt(at)
    const decisionId = await aDecision(student, { skill: 'resilience', title: 'Once more' })
    await awardAt(at, decisionId)
    const next = await awardOf(decisionId)
    await sign(next?.id ?? '')

    const client = await sessionAt(student, at)
    const fields = {
      credentials: [{ credentialId: next?.id }],
      ...openToWork,
      startMonth: '2027-01',
    }
    const on = await switchOn({ client }, fields)

    expect(on.status, on.text).toBe(201)
    const criteria = { skills: { match: 'any', of: [{ skill: 'resilience', minimumLevel: 3 }] } }
    expect((await seenAt(hiring, at, criteria)).cards).toHaveLength(1)
  })
})
