import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'

import { openAnswers } from '../../../worker/attempts/answers.ts'
import { findSubmissionContent } from '../../../worker/attempts/submission/find-submission-content.ts'
import { attempts, drafts, rounds, submissions } from '../../../worker/attempts/tables.ts'
import { auditEntries } from '../../../worker/audit/tables.ts'
import { systemCall } from '../../../worker/foundation/call/system-call.ts'
import { outbox } from '../../../worker/foundation/tables.ts'
import { organizations } from '../../../worker/organizations/tables.ts'
import { Playthrough } from '../../../worker/scenarios/play/story.ts'
import { memberships } from '../../../worker/accounts/tables.ts'
import { Client } from '../../support/client.ts'
import { aMentor, aProgramme, aStudent, db, type Person } from '../../support/builders.ts'
import {
  aChallenge,
  anAttempt,
  aSubmission,
  oneWay,
  playThrough,
  texts,
} from '../../support/playing.ts'
import { contenders, rounds as raceRounds } from '../../support/size.ts'
import { sealingCall } from '../../support/sealing.ts'

const day = 86_400_000

const handIn = ({ client }: Person, attemptId: string, answers: object = texts, round = 1) =>
  client.post(`/api/attempts/${attemptId}/submission`, { round, answers })

async function aFinishedAttempt(student: Person, challengeId?: string) {
  const attemptId = await anAttempt(student, challengeId)
  await playThrough(student, attemptId)
  return attemptId
}

describe('POST /api/attempts/:attemptId/submission', () => {
  it('hands in, with a receipt that says by when it is decided', async () => {
    const home = await aProgramme()
    await aMentor({ in: home })
    const student = await aStudent({ in: home })
    const attemptId = await aFinishedAttempt(student)

    const { status, body } = await handIn(student, attemptId)

    expect(status).toBe(201)
    expect(body).toMatchObject({ attemptId, round: 1, reviewsOwed: 5 })
    const promised = new Date(body.promisedAt).getTime() - new Date(body.handedInAt).getTime()
    expect(Math.floor(promised / day)).toBe(7)
    expect(body.promisedAt).toMatch(/T23:59:59\.999Z$/)
    const { body: seen } = await student.client.get(`/api/attempts/${attemptId}`)
    expect(seen).toMatchObject({ state: 'handed-in', receipt: body })
    expect(seen.prompts).toMatchObject([
      { id: 'plan', text: texts.plan },
      { id: 'after', text: texts.after },
    ])
  })

  it('does not hand in a text that was changed in another window since', async () => {
    const student = await aStudent()
    const attemptId = await aFinishedAttempt(student)
    const { body: before } = await student.client.get(`/api/attempts/${attemptId}`)
    const { version } = before.prompts[0]
    const newest = `${texts.plan} And then I ask again.`
    await student.client.put(`/api/attempts/${attemptId}/drafts/plan`, { text: newest, version })
    const send = (plan: string) =>
      student.client.post(`/api/attempts/${attemptId}/submission`, {
        round: 1,
        answers: { ...texts, plan },
        versions: { plan: version },
      })

    expect(await send(texts.plan)).toMatchObject({
      status: 409,
      body: { type: '/problems/answers-changed' },
    })
    expect(await send(newest)).toMatchObject({ status: 201 })
  })

  it('measures how long people take, and the catalogue says so once 20 have handed in', async () => {
    const home = await aProgramme()
    const { id: challengeId } = await aChallenge()
    const anyone = new Client()
    const minutesNow = async () => {
      const { body } = await anyone.get(`/api/challenges/${challengeId}`)
      return [body.minutes, body.price.minutesToPlay]
    }
    const stated = await minutesNow()
    for (let count = 1; count < 20; count++) {
      const { attemptId } = await aSubmission(await aStudent({ in: home }), { challengeId })
      expect(
        await db.select().from(attempts).where(eq(attempts.id, attemptId)).get(),
      ).toMatchObject({
        playedMinutes: 0,
      })
      await db.update(attempts).set({ playedMinutes: count }).where(eq(attempts.id, attemptId))
    }
    expect(await minutesNow()).toEqual(stated)

    const slow = await aStudent({ in: home })
    const start = new Date(Date.now() - 5 * 3_600_000)
    const attemptId = await anAttempt(slow, challengeId, start)
    await playThrough(slow, attemptId, oneWay, new Date(start.getTime() + 12 * 60_000))
    await handIn(slow, attemptId)

    const [{ played } = { played: null }] = await db
      .select({ played: attempts.playedMinutes })
      .from(attempts)
      .where(eq(attempts.id, attemptId))
    expect(played).toBe(32)
    // The lower median of 1 to 19 and 32.
    expect(await minutesNow()).toEqual([10, 10])
    const { body } = await anyone.get('/api/challenges')
    expect(body.challenges.find(({ id }: { id: string }) => id === challengeId)?.minutes).toBe(10)
  })

  it('gives a receipt without a date where the programme has no mentor', async () => {
    const student = await aStudent()
    const { status, body } = await handIn(student, await aFinishedAttempt(student))
    expect(status).toBe(201)
    expect(body.promisedAt).toBeNull()
  })

  it('opens a round for all four criteria, leaves a note and an audit entry', async () => {
    const student = await aStudent()
    const { submissionId, attemptId } = await aSubmission(student)

    const [round] = await db.select().from(rounds).where(eq(rounds.attemptId, attemptId))
    expect(round).toMatchObject({ number: 1, state: 'open', closedAt: null })
    expect(JSON.parse(round?.openCriteria ?? '')).toEqual([
      'agree-the-work',
      'share-what-you-know',
      'work-through-disagreement',
      'weigh-other-views',
    ])
    const notes = await db.select().from(outbox).where(eq(outbox.subjectId, submissionId))
    expect(notes.map(({ kind }) => kind)).toEqual(['attempt.submitted', 'attempt.submitted'])
    const entries = await db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, attemptId))
    expect(entries.map(({ action }) => action)).toContain('attempt.submitted')
  })

  it('seals the answers and identifies them by a hash of text and salt', async () => {
    const { submissionId } = await aSubmission(await aStudent())
    const [row] = await db.select().from(submissions).where(eq(submissions.id, submissionId))

    expect(row?.answers).not.toMatch(/^\{/)
    expect(await openAnswers(sealingCall(), submissionId, row?.answers ?? '')).toEqual(texts)
    expect(row?.evidenceSalt).toMatch(/^[0-9a-f]{32}$/)
    // As an outsider would compute it: the salt, then JSON with sorted keys and without spaces.
    const { after, plan } = texts
    const named = new TextEncoder().encode(row?.evidenceSalt + JSON.stringify({ after, plan }))
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', named))
    expect(row?.evidenceHash).toBe(digest.toBase64({ alphabet: 'base64url', omitPadding: true }))
  })

  it('takes the texts sent, not the drafts', async () => {
    const student = await aStudent()
    const answers = { ...texts, plan: `${texts.plan} And one more thing I add at the end.` }
    const { submissionId } = await aSubmission(student, { answers })
    const [row] = await db.select().from(submissions).where(eq(submissions.id, submissionId))
    expect(await openAnswers(sealingCall(), submissionId, row?.answers ?? '')).toEqual(answers)
  })

  it('waits for the end of the story', async () => {
    const student = await aStudent()
    const attemptId = await anAttempt(student)
    await playThrough(student, attemptId, oneWay.slice(0, 4))
    expect(await handIn(student, attemptId)).toMatchObject({
      status: 409,
      body: { type: '/problems/attempt-not-finished' },
    })
  })

  const word = (count: number) => Array.from({ length: count }, (_, at) => `word${at}`).join(' ')
  it.each([10, 60])('takes an answer of %i words, where 10 to 60 are asked for', async (count) => {
    const student = await aStudent()
    const attemptId = await aFinishedAttempt(student)
    const { status } = await handIn(student, attemptId, { ...texts, plan: word(count) })
    expect(status).toBe(201)
  })

  it.each([
    ['a missing answer', { plan: texts.plan }, 'answer-too-short', { promptId: 'after', words: 0 }],
    [
      'nine words of ten',
      { ...texts, plan: word(9) },
      'answer-too-short',
      { promptId: 'plan', words: 9, least: 10, most: 60 },
    ],
    [
      '61 words of 60',
      { ...texts, plan: word(61) },
      'answer-too-long',
      { promptId: 'plan', words: 61, least: 10, most: 60 },
    ],
    [
      'the same words again',
      { ...texts, after: 'we go up and '.repeat(4) },
      'answer-repeats-itself',
      { promptId: 'after' },
    ],
    [
      'an answer to nothing',
      { ...texts, opening: word(20) },
      'answer-not-asked',
      { promptId: 'opening' },
    ],
  ])('refuses %s and leaves the draft as it was', async (_, answers, type, members) => {
    const student = await aStudent()
    const attemptId = await aFinishedAttempt(student)

    const { status, body } = await handIn(student, attemptId, answers)

    expect({ status, type: body.type }).toEqual({ status: 422, type: `/problems/${type}` })
    expect(body).toMatchObject(members)
    const kept = await db.select().from(drafts).where(eq(drafts.attemptId, attemptId))
    expect(kept.map(({ version }) => version)).toEqual([1, 1])
    expect((await handIn(student, attemptId)).status).toBe(201)
  })

  it.each([
    ['ten words', word(10)],
    ['60 words', word(60)],
  ])('takes %s', async (_, plan) => {
    const student = await aStudent()
    const attemptId = await aFinishedAttempt(student)
    expect((await handIn(student, attemptId, { ...texts, plan })).status).toBe(201)
  })

  it('never sends a rejected answer back', async () => {
    const student = await aStudent()
    const attemptId = await aFinishedAttempt(student)
    const { status, text } = await handIn(student, attemptId, { plan: ['canary-answer'] })
    expect(status).toBe(422)
    expect(text).not.toContain('canary-answer')
  })

  it('is final: no turn, no draft, no second hand-in', async () => {
    const student = await aStudent()
    const { attemptId } = await aSubmission(student)
    const path = `/api/attempts/${attemptId}`

    expect(await handIn(student, attemptId)).toMatchObject({
      status: 409,
      body: { type: '/problems/already-handed-in' },
    })
    const over = { status: 409, body: { type: '/problems/attempt-not-open' } }
    const turn = { number: 6, kind: 'back', id: 'stairs' }
    expect(await student.client.post(`${path}/turns`, turn)).toMatchObject(over)
    const draft = { text: 'later', version: 1 }
    expect(await student.client.put(`${path}/drafts/plan`, draft)).toMatchObject(over)
  })

  it('lets the challenge be taken again after thirty days, and says when', async () => {
    const student = await aStudent()
    const { id: challengeId } = await aChallenge()
    const { handedInAt } = await aSubmission(student, { challengeId })
    const again = (days: number) =>
      student.client
        .at(new Date(new Date(handedInAt).getTime() + days * day))
        .post('/api/attempts', { challengeId })

    expect(await again(29.9)).toMatchObject({
      status: 409,
      body: {
        type: '/problems/attempt-too-early',
        againAt: new Date(new Date(handedInAt).getTime() + 30 * day).toISOString(),
      },
    })
    expect((await again(30)).status).toBe(201)
  })

  it('does not hand in a path that was changed in another window meanwhile', async () => {
    const student = await aStudent()
    const attemptId = await aFinishedAttempt(student)
    const back = { number: 6, kind: 'back', id: 'stairs' }

    const [went, handed] = await Promise.all([
      student.client.post(`/api/attempts/${attemptId}/turns`, back),
      handIn(student, attemptId),
    ])

    expect([went.status, handed.status].toSorted((a, b) => a - b)).toEqual([201, 409])
  })
})

describe('a double hand-in', () => {
  it(`accepts one of ${contenders} sent at once, ${raceRounds} times over`, async () => {
    for (let round = 0; round < raceRounds; round++) {
      const student = await aStudent()
      const attemptId = await aFinishedAttempt(student)

      const answers = await Promise.all(
        Array.from({ length: contenders }, (_, at) =>
          handIn(student, attemptId, { ...texts, plan: `${texts.plan} Number ${at} of them.` }),
        ),
      )

      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
      const refused = answers.filter(({ status }) => status !== 201)
      expect(new Set(refused.map(({ body }) => body.type))).toEqual(
        new Set(['/problems/already-handed-in']),
      )
      const stored = await db.select().from(submissions).where(eq(submissions.attemptId, attemptId))
      expect(stored).toHaveLength(1)
      const [submission] = stored
      const notes = await db
        .select()
        .from(outbox)
        .where(eq(outbox.subjectId, submission?.id ?? ''))
      expect(notes.map(({ consumer }) => consumer).toSorted()).toEqual(['places', 'prior'])
      const [attempt] = await db.select().from(attempts).where(eq(attempts.id, attemptId))
      expect(attempt?.state).toBe('handed-in')
    }
  })
})

describe('the content of a submission', () => {
  it('is all that was handed in, with the names to hide', async () => {
    const programme = await aProgramme({ name: 'Riverside College' })
    await db
      .update(organizations)
      .set({ aliases: '["The Riverside"]' })
      .where(eq(organizations.id, programme.id))
    const student = await aStudent({ in: programme, name: 'Ada Boateng' })
    const { id, hash } = await aChallenge()
    const { submissionId } = await aSubmission(student, { challengeId: id })

    const content = await findSubmissionContent(systemCall(env, 'any-key'), submissionId)

    expect(content).toMatchObject({
      submission: { id: submissionId, versionHash: hash, studentId: student.id },
      answers: texts,
      author: { name: 'Ada Boateng', programmes: ['Riverside College', 'The Riverside'] },
    })
    expect(content?.turns.map((turn) => turn.id)).toEqual([...oneWay])
    const play = new Playthrough(content?.version.ink ?? {}, content?.turns)
    expect(play.screen).toMatchObject({ passageId: 'ending', ended: true })
    expect(content?.version.key.choices['ask-amara']?.why).toContain('Asks the person')
  })

  it('hides the names of a programme that the author has left, though nothing was handed in there', async () => {
    const student = await aStudent()
    const before = await aProgramme({ name: 'Harbour School' })
    await db.insert(memberships).values({
      id: crypto.randomUUID(),
      accountId: student.id,
      organizationId: before.id,
      role: 'student',
      createdAt: new Date(Date.now() - 90 * day),
      endedAt: new Date(Date.now() - 60 * day),
    })
    const { submissionId } = await aSubmission(student)
    const content = await findSubmissionContent(systemCall(env, 'any-key'), submissionId)
    expect(content?.author.programmes).toContain('Harbour School')
  })

  it('of no submission is undefined', async () => {
    const call = systemCall(env, 'any-key')
    expect(await findSubmissionContent(call, crypto.randomUUID())).toBeUndefined()
  })
})
