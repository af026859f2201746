import { env } from 'cloudflare:workers'
import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'

import { auditEntries } from '../../../worker/audit/tables.ts'
import { supersededDrafts, drafts, turns } from '../../../worker/attempts/tables.ts'
import { lapseAttempts } from '../../../worker/attempts/attempt/lapse-attempts.ts'
import { open } from '../../../worker/foundation/crypto/seal.ts'
import { systemCall } from '../../../worker/foundation/call/system-call.ts'
import { coachings } from '../../../worker/organizations/tables.ts'
import { publishChallengeVersion } from '../../../worker/scenarios/publish/publish-challenge-version.ts'
import { retireChallenge } from '../../../worker/scenarios/publish/retire-challenge.ts'
import { exploreStory } from '../../../tools/scenarios/walk/explore-story.ts'
import { Playthrough, type Turn } from '../../../worker/scenarios/play/story.ts'
import { aMentor, aProgramme, aStudent, db, type Person } from '../../support/builders.ts'
import { aChallenge, anAttempt, oneWay, playThrough, texts } from '../../support/playing.ts'
import { aPublication } from '../../support/small-challenge.ts'
import { openDraft } from '../../../worker/attempts/draft-text.ts'
import { sealingCall } from '../../support/sealing.ts'

const day = 86_400_000
const inDays = (days: number, ms = 0) => new Date(Date.now() + days * day + ms)

const start = ({ client }: Person, challengeId: string, at?: Date) =>
  (at ? client.at(at) : client).post('/api/attempts', { challengeId })
const view = ({ client }: Person, attemptId: string) => client.get(`/api/attempts/${attemptId}`)
const turn = ({ client }: Person, attemptId: string, number: number, kind: string, id: string) =>
  client.post(`/api/attempts/${attemptId}/turns`, { number, kind, id })
const save = (
  { client }: Person,
  attemptId: string,
  text: string,
  version: number,
  prompt = 'plan',
) => client.put(`/api/attempts/${attemptId}/drafts/${prompt}`, { text, version })

async function entriesBy({ id }: Person): Promise<string[]> {
  const { action, actorId } = auditEntries
  const rows = await db.select({ action }).from(auditEntries).where(eq(actorId, id))
  return rows.map((row) => row.action)
}

describe('POST /api/attempts', () => {
  it('begins a challenge and says until when it is open', async () => {
    const student = await aStudent()
    const { id: challengeId } = await aChallenge()

    const { status, body } = await start(student, challengeId)

    expect(status).toBe(201)
    expect(Object.keys(body)).toEqual(['id', 'challengeId', 'closesAt'])
    const left = new Date(body.closesAt).getTime() - Date.now()
    expect(Math.floor(left / day)).toBe(30)
    expect(body.closesAt).toMatch(/T23:59:59\.999Z$/)
    // The first screen says the same time as the catalogue.
    const opened = await student.client.get(`/api/attempts/${body.id}`)
    expect(opened.body.minutes).toBe(11)
    expect(opened.body.progress.minutesLeft).toBe(11)
  })

  it('keeps to one open attempt of a challenge', async () => {
    const student = await aStudent()
    const { id } = await aChallenge()
    const { body } = await start(student, id)

    expect(await start(student, id)).toMatchObject({
      status: 409,
      body: { type: '/problems/attempt-open', attemptId: body.id },
    })
  })

  it('begins one attempt for many simultaneous requests', async () => {
    const student = await aStudent()
    const { id } = await aChallenge()

    const answers = await Promise.all(Array.from({ length: 20 }, () => start(student, id)))

    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 201)).toHaveLength(1)
    expect(statuses.filter((status) => status === 409)).toHaveLength(19)
  })

  it('keeps to two open attempts in a skill, also when three are begun at once', async () => {
    const student = await aStudent()
    const ids = await Promise.all([aChallenge(), aChallenge(), aChallenge(), aChallenge()])

    const answers = await Promise.all(ids.map(({ id }) => start(student, id)))

    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      201, 201, 409, 409,
    ])
    expect(answers.find(({ status }) => status === 409)?.body.type).toBe('/problems/attempt-open')
  })

  it('answers a repeated request as it answered the first', async () => {
    const student = await aStudent()
    const { id: challengeId } = await aChallenge()
    const headers = { 'idempotency-key': crypto.randomUUID() }
    const first = await student.client.post('/api/attempts', { challengeId }, { headers })

    const again = await student.client.post('/api/attempts', { challengeId }, { headers })

    expect(again.body).toEqual(first.body)
    expect(again.headers.get('idempotency-replayed')).toBe('true')
  })

  it('refuses another request under the key of the first', async () => {
    const student = await aStudent()
    const [one, other] = [await aChallenge(), await aChallenge()]
    const headers = { 'idempotency-key': crypto.randomUUID() }
    await student.client.post('/api/attempts', { challengeId: one.id }, { headers })

    expect(
      await student.client.post('/api/attempts', { challengeId: other.id }, { headers }),
    ).toMatchObject({ status: 422, body: { type: '/problems/idempotency-key-reused' } })
  })

  it('refuses a retired challenge, an unknown one, and people who are no students', async () => {
    const student = await aStudent()
    const { id } = await aChallenge()
    await retireChallenge(systemCall(env, crypto.randomUUID()), id)

    expect(await start(student, id)).toMatchObject({
      status: 409,
      body: { type: '/problems/challenge-retired' },
    })
    expect((await start(student, 'never-was')).status).toBe(404)
    expect((await start(await aMentor(), id)).status).toBe(403)
  })

  it('keeps an attempt on the version it began with', async () => {
    const student = await aStudent()
    const { id } = await aChallenge()
    const attemptId = await anAttempt(student, id)
    const changed = aPublication(id, [
      ['ink', 'Two boxes stand at the door', 'Ten boxes stand at the door'],
    ])
    await publishChallengeVersion(systemCall(env, crypto.randomUUID()), changed)

    const { body } = await view(student, attemptId)
    const other = await aStudent()
    const { body: newer } = await view(other, await anAttempt(other, id))

    expect(body.screen.paragraphs[0]).toBe('Two boxes stand at the door this morning.')
    expect(newer.screen.paragraphs[0]).toBe('Ten boxes stand at the door this morning.')
  })
})

describe('GET /api/attempts/:attemptId', () => {
  it('shows where the student stands, the story so far and what they wrote', async () => {
    const student = await aStudent()
    const attemptId = await anAttempt(student)
    await playThrough(student, attemptId, oneWay.slice(0, 3))

    const { body } = await view(student, attemptId)

    expect(body).toMatchObject({
      id: attemptId,
      title: 'Two boxes',
      skillName: 'Collaboration',
      state: 'open',
      number: 3,
      screen: { passageId: 'stairs', final: true, ended: false },
      prompt: null,
      earlier: [],
      leadsToFinal: false,
      progress: { turnsTaken: 3, turnsLeft: { least: 2, most: 2 }, minutesLeft: 6 },
      receipt: null,
    })
    expect(body.story).toMatchObject([
      { passageId: 'opening', choice: { id: 'ask-amara', text: 'Ask Amara which box is hers.' } },
      { passageId: 'hall', choice: { id: 'call-lift' } },
      { passageId: 'talk', promptId: 'plan', choice: null },
    ])
    expect(body.prompts).toMatchObject([
      { id: 'plan', words: { least: 10, most: 60 }, text: texts.plan, version: 1 },
    ])
    expect(body.judged).toHaveLength(4)
  })

  it('answers 404 for somebody else’s attempt at every door', async () => {
    const attemptId = await anAttempt(await aStudent())
    const stranger = await aStudent()

    expect((await view(stranger, attemptId)).status).toBe(404)
    expect((await turn(stranger, attemptId, 1, 'choice', 'ask-amara')).status).toBe(404)
    expect((await save(stranger, attemptId, 'mine', 0)).status).toBe(404)
    const submission = { round: 1, answers: texts }
    const { status } = await stranger.client.post(
      `/api/attempts/${attemptId}/submission`,
      submission,
    )
    expect(status).toBe(404)
  })

  it('lists one’s own attempts, newest first', async () => {
    const student = await aStudent()
    const first = await anAttempt(student)
    await turn(student, first, 1, 'choice', 'ask-amara')
    const second = await anAttempt(student, undefined, inDays(0, 1000))

    const { body } = await student.client.get('/api/attempts')

    expect(body.attempts).toMatchObject([
      { id: second, state: 'open', turnsTaken: 0 },
      { id: first, title: 'Two boxes', turnsTaken: 1, submissionId: null },
    ])
  })

  it('says with them whether a mentor may decide, so that a date can be shown before the start', async () => {
    const home = await aProgramme()
    const student = await aStudent({ in: home })
    const isFree = async ({ client }: Person) =>
      (await client.get('/api/attempts')).body.mentorIsFree
    expect(await isFree(student)).toBe(false)

    const coach = await aMentor({ in: home })
    expect(await isFree(student)).toBe(true)
    await db.insert(coachings).values({
      id: crypto.randomUUID(),
      mentorId: coach.id,
      studentId: student.id,
      organizationId: home.id,
      createdAt: new Date(),
    })
    expect(await isFree(student)).toBe(false)
    // Null for a person who does not act as a student.
    expect(await isFree(coach)).toBeNull()
  })
})

describe('POST /api/attempts/:attemptId/turns', () => {
  it('plays every path as a replay of its turns, to the byte', async () => {
    const { id, publication } = await aChallenge()
    const { places } = exploreStory(publication.version.ink)
    const ends = places.filter(({ screen }) => screen.ended)
    expect(ends).toHaveLength(8)

    for (const { path } of ends) {
      const student = await aStudent()
      const attemptId = await anAttempt(student, id)
      await playThrough(student, attemptId, path)

      const rows = await db.select().from(turns).where(eq(turns.attemptId, attemptId))
      const replayed: Turn[] = []
      for (const row of rows.toSorted((one, other) => one.number - other.number)) {
        replayed.push({ kind: row.kind === 'answer' ? 'answer' : 'choice', id: row.choiceId })
        const play = new Playthrough(publication.version.ink, replayed)
        expect(play.inkState).toBe(row.inkState)
        expect(play.screen.passageId).toBe(row.passageId)
      }
      const { body } = await view(student, attemptId)
      const play = new Playthrough(publication.version.ink, replayed)
      expect(body.screen).toEqual(play.screen)
    }
  })

  it('gives a repeated turn the same reply, and takes it once', async () => {
    const student = await aStudent()
    const attemptId = await anAttempt(student)
    const first = await turn(student, attemptId, 1, 'choice', 'ask-amara')
    await turn(student, attemptId, 2, 'choice', 'call-lift')

    const again = await turn(student, attemptId, 1, 'choice', 'ask-amara')

    expect(first.status).toBe(201)
    expect(again.status).toBe(200)
    expect(again.body).toEqual(first.body)
    expect((await view(student, attemptId)).body.number).toBe(2)
  })

  it('answers a different turn with the same number with the story’s present state', async () => {
    const student = await aStudent()
    const attemptId = await anAttempt(student)
    await turn(student, attemptId, 1, 'choice', 'ask-amara')

    for (const number of [1, 3]) {
      const { status, body } = await turn(student, attemptId, number, 'choice', 'carry-small')
      expect({ status, type: body.type }).toEqual({ status: 409, type: '/problems/turn-taken' })
      expect(body).toMatchObject({ number: 1, screen: { passageId: 'hall' } })
    }
  })

  it('lets one of two simultaneous turns win, and refuses the other', async () => {
    const student = await aStudent()
    const attemptId = await anAttempt(student)

    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        turn(student, attemptId, 1, 'choice', at % 2 ? 'ask-amara' : 'carry-small'),
      ),
    )

    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    const stored = await db.select().from(turns).where(eq(turns.attemptId, attemptId))
    expect(stored).toHaveLength(1)
    const [winner] = stored
    for (const { status, body } of answers) {
      if (status === 409) expect(body).toMatchObject({ type: '/problems/turn-taken', number: 1 })
      expect(body.screen.passageId).toBe('hall')
      expect(body.screen.paragraphs[0]).toContain(
        winner?.choiceId === 'ask-amara' ? 'big box' : 'small box',
      )
    }
  })

  it('offers only what the story offers', async () => {
    const student = await aStudent()
    const attemptId = await anAttempt(student)
    const refused = { status: 409, body: { type: '/problems/turn-not-offered' } }

    expect(await turn(student, attemptId, 1, 'choice', 'write-note')).toMatchObject(refused)
    expect(await turn(student, attemptId, 1, 'answer', 'plan')).toMatchObject(refused)
    expect(await turn(student, attemptId, 1, 'back', 'opening')).toMatchObject(refused)
    expect((await turn(student, attemptId, 1, 'timeout', 'opening')).status).toBe(422)
  })

  it('goes on after an answer only when one is written', async () => {
    const student = await aStudent()
    const attemptId = await anAttempt(student)
    await playThrough(student, attemptId, oneWay.slice(0, 2))
    const refused = { status: 409, body: { type: '/problems/prompt-not-answered' } }

    expect(await turn(student, attemptId, 3, 'answer', 'plan')).toMatchObject(refused)
    await save(student, attemptId, '  \n ', 0)
    expect(await turn(student, attemptId, 3, 'answer', 'plan')).toMatchObject(refused)
    await save(student, attemptId, 'Something.', 1)
    expect((await turn(student, attemptId, 3, 'answer', 'plan')).status).toBe(201)
  })

  it('goes back, keeps what was written, and stops at a final screen', async () => {
    const student = await aStudent()
    const attemptId = await anAttempt(student)
    await playThrough(student, attemptId, oneWay.slice(0, 2))
    await save(student, attemptId, texts.plan, 0)

    const back = await turn(student, attemptId, 3, 'back', 'hall')
    expect(back).toMatchObject({
      status: 201,
      body: { number: 3, screen: { passageId: 'hall' }, earlier: ['opening'] },
    })
    await turn(student, attemptId, 4, 'choice', 'find-help')
    await turn(student, attemptId, 5, 'answer', 'plan')

    const { body } = await view(student, attemptId)
    expect(body).toMatchObject({ number: 5, screen: { passageId: 'stairs' }, earlier: [] })
    expect(body.prompts).toMatchObject([{ id: 'plan', text: texts.plan }])
    expect(body.progress.turnsTaken).toBe(3)
    expect(await turn(student, attemptId, 6, 'back', 'talk')).toMatchObject({ status: 409 })
    const rows = await db.select().from(turns).where(eq(turns.attemptId, attemptId))
    expect(rows).toHaveLength(5)
  })
})

describe('drafts', () => {
  it('are saved over the version they are based on', async () => {
    const student = await aStudent()
    const attemptId = await anAttempt(student)
    const path = `/api/attempts/${attemptId}/drafts/plan`

    expect((await student.client.get(path)).body).toEqual({
      promptId: 'plan',
      text: '',
      version: 0,
      savedAt: null,
    })
    expect(await save(student, attemptId, 'one', 0)).toMatchObject({
      status: 200,
      body: { version: 1 },
    })
    expect(await save(student, attemptId, 'two', 1)).toMatchObject({
      status: 200,
      body: { version: 2 },
    })
    expect((await student.client.get(path)).body).toMatchObject({ text: 'two', version: 2 })
  })

  it('leave no audit entry: drafts are saved many times a minute', async () => {
    const student = await aStudent()
    const attemptId = await anAttempt(student)
    const before = await entriesBy(student)
    for (const version of [0, 1, 2]) await save(student, attemptId, `text ${version}`, version)
    expect(await entriesBy(student)).toEqual(before)
    expect(before).toEqual(['attempt.started'])
  })

  it('refuse a text based on an older version, and keep it', async () => {
    const student = await aStudent()
    const attemptId = await anAttempt(student)
    await save(student, attemptId, 'one', 0)
    await save(student, attemptId, 'two', 1)

    const stale = { status: 409, body: { type: '/problems/stale-version' } }
    expect(await save(student, attemptId, 'lost on the telephone', 1)).toMatchObject(stale)
    expect(await save(student, attemptId, 'lost from the start', 0)).toMatchObject(stale)
    expect(await save(student, attemptId, 'from the future', 7)).toMatchObject(stale)

    expect(await supersededOf(attemptId)).toEqual([
      'lost on the telephone',
      'lost from the start',
      'from the future',
    ])
  })

  it('return a kept text to its author, and to nobody else', async () => {
    const student = await aStudent()
    const attemptId = await anAttempt(student)
    const path = `/api/attempts/${attemptId}/drafts/plan/earlier-texts`
    await save(student, attemptId, 'on the laptop', 0)
    await save(student, attemptId, 'late from the telephone', 0)

    expect(await student.client.post(path, { text: 'chosen against' })).toMatchObject({
      status: 201,
    })
    const { body } = await student.client.get(path)
    expect(body.texts.map(({ text }: { text: string }) => text)).toEqual([
      'chosen against',
      'late from the telephone',
    ])
    const [plan] = (await view(student, attemptId)).body.prompts
    if (plan) expect(plan.earlierTexts).toBe(2)

    const other = await aStudent({ in: { id: student.organizationId } })
    for (const stranger of [other, await aStudent(), await aMentor()]) {
      const answers = [
        await stranger.client.get(path),
        await stranger.client.post(path, { text: 'x' }),
      ]
      expect(answers.map(({ status }) => status >= 403 && status <= 404)).toEqual([true, true])
    }
    expect(await supersededOf(attemptId)).toHaveLength(2)
  })

  it('keep the same text once, however often a page asks, and no more than twenty', async () => {
    const student = await aStudent()
    const attemptId = await anAttempt(student)
    const path = `/api/attempts/${attemptId}/drafts/plan/earlier-texts`
    const keep = (text: string) => student.client.post(path, { text })
    const [one, two] = [await keep('the same'), await keep('the same')]
    expect([one.status, two.body.id]).toEqual([201, one.body.id])

    for (let n = 0; n < 21; n++) await keep(`text ${n}`)
    const kept = (await student.client.get(path)).body.texts
    expect([kept.length, kept[0].text, kept[19].text]).toEqual([20, 'text 20', 'text 1'])
  })

  it('are put aside only while the attempt is open', async () => {
    const student = await aStudent()
    const attemptId = await anAttempt(student)
    const path = `/api/attempts/${attemptId}/drafts/plan/earlier-texts`
    await student.client.post(path, { text: 'kept in time' })
    const late = student.client.at(inDays(31))
    expect(await late.post(path, { text: 'too late' })).toMatchObject({
      status: 409,
      body: { type: '/problems/attempt-not-open' },
    })
    expect((await late.get(path)).body.texts).toHaveLength(1)
  })

  it('accept an unchanged text as saved', async () => {
    const student = await aStudent()
    const attemptId = await anAttempt(student)
    await save(student, attemptId, 'the same', 0)
    await save(student, attemptId, 'the same', 0)
    expect(await save(student, attemptId, 'the same', 0)).toMatchObject({
      status: 200,
      body: { version: 1 },
    })
    expect(await supersededOf(attemptId)).toEqual([])
  })

  it('lose no word when twenty devices save at once', async () => {
    const student = await aStudent()
    const attemptId = await anAttempt(student)
    const sent = Array.from({ length: 20 }, (_, at) => `text ${at}`)

    const answers = await Promise.all(sent.map((text) => save(student, attemptId, text, 0)))

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const [kept] = await db.select().from(drafts).where(eq(drafts.attemptId, attemptId))
    const all = [
      ...(await supersededOf(attemptId)),
      await openDraft(sealingCall(), { attemptId, promptId: 'plan' }, kept?.text ?? ''),
    ]
    expect(all.toSorted()).toEqual(sent.toSorted())
  })

  it('keep the last twenty superseded texts of a prompt', async () => {
    const student = await aStudent()
    const attemptId = await anAttempt(student)
    await save(student, attemptId, 'stands', 0)
    for (let at = 0; at < 23; at++) await save(student, attemptId, `lost ${at}`, 0)

    const superseded = await supersededOf(attemptId)
    expect(superseded).toHaveLength(20)
    expect(superseded).not.toContain('lost 2')
    expect(superseded).toContain('lost 22')
  })

  it('exist only for the prompts of their challenge', async () => {
    const student = await aStudent()
    const attemptId = await anAttempt(student)
    expect((await save(student, attemptId, 'text', 0, 'opening')).status).toBe(404)
  })

  it('are stored encrypted', async () => {
    const student = await aStudent()
    const attemptId = await anAttempt(student)
    await save(student, attemptId, 'sealed words', 0)
    const [row] = await db.select().from(drafts).where(eq(drafts.attemptId, attemptId))
    expect(row?.text).toMatch(new RegExp(`^1\\|account:${student.id}\\|[\\w-]+$`))
    const opened = await openDraft(sealingCall(), { attemptId, promptId: 'plan' }, row?.text ?? '')
    expect(opened).toBe('sealed words')
  })
})

describe('an attempt that is not handed in', () => {
  it('lapses a minute after its last day, and takes nothing more', async () => {
    const student = await aStudent()
    const attemptId = await anAttempt(student)
    await save(student, attemptId, 'my words', 0)
    const minuteOver = await afterClosing(student, attemptId, 61_000)
    const later = { ...student, client: student.client.at(minuteOver) }

    const over = { status: 409, body: { type: '/problems/attempt-not-open' } }
    expect(await turn(later, attemptId, 1, 'choice', 'ask-amara')).toMatchObject(over)
    expect(await save(later, attemptId, 'late', 1)).toMatchObject(over)
    await lapseAttempts(env, minuteOver)
    await lapseAttempts(env, minuteOver)

    expect((await view(later, attemptId)).body).toMatchObject({
      state: 'lapsed',
      screen: { passageId: 'opening' },
    })
  })

  it('is not lapsed within its minute of grace', async () => {
    const student = await aStudent()
    const attemptId = await anAttempt(student)
    const inGrace = await afterClosing(student, attemptId, 20_000)
    await lapseAttempts(env, inGrace)
    expect((await view(student, attemptId)).body.state).toBe('open')
    const late = { ...student, client: student.client.at(inGrace) }
    expect((await turn(late, attemptId, 1, 'choice', 'ask-amara')).status).toBe(201)
  })

  it('leaves its drafts to the next one', async () => {
    const student = await aStudent()
    const { id } = await aChallenge()
    const first = await anAttempt(student, id)
    await save(student, first, 'kept for the next time', 0)
    await lapseAttempts(env, inDays(31))

    const second = await anAttempt(student, id, inDays(31))

    const { body } = await student.client.at(inDays(31)).get(`/api/attempts/${second}/drafts/plan`)
    expect(body).toMatchObject({ text: 'kept for the next time', version: 1 })
  })
})

describe('what a student receives', () => {
  it('never holds a passage still ahead, a choice’s note or a variable', async () => {
    const student = await aStudent()
    const { id, publication } = await aChallenge()
    const { version } = publication
    const { places } = exploreStory(version.ink)
    const passages = new Set(
      places.flatMap(({ screen }) => [
        ...screen.paragraphs,
        ...screen.choices.map(({ text }) => text),
      ]),
    )
    const secrets = [
      ...Object.values(version.key.choices).map(({ why }) => why),
      ...version.calibration.flatMap(({ answers, why }) => [
        ...Object.values(answers),
        ...Object.values(why),
      ]),
      'inkVersion',
      'inkState',
      'variablesState',
      'evidences',
      '"shows"',
      '"against"',
    ]
    const play = new Playthrough(version.ink)
    const seen = new Set<string>()
    const scan = (text: string) => {
      for (const said of [
        ...play.screen.paragraphs,
        ...play.screen.choices.map((each) => each.text),
      ]) {
        seen.add(said)
      }
      for (const secret of secrets) expect(text).not.toContain(secret)
      for (const passage of passages) if (!seen.has(passage)) expect(text).not.toContain(passage)
    }

    const started = await start(student, id)
    scan(started.text)
    const attemptId = started.body.id
    for (const [at, step] of oneWay.entries()) {
      const kind = step === 'plan' || step === 'after' ? 'answer' : 'choice'
      scan((await view(student, attemptId)).text)
      // Refusals are also scanned: they say where the story is.
      scan((await turn(student, attemptId, at + 1, 'choice', 'not-on-offer')).text)
      scan((await turn(student, attemptId, at + 2, kind, step)).text)
      if (kind === 'answer') {
        scan(
          (await save(student, attemptId, texts[step === 'plan' ? 'plan' : 'after'], 0, step)).text,
        )
        scan((await student.client.get(`/api/attempts/${attemptId}/drafts/${step}`)).text)
      }
      const reply = await turn(student, attemptId, at + 1, kind, step)
      expect(reply.status).toBe(201)
      play.take({ kind, id: step })
      scan(reply.text)
    }
    scan((await view(student, attemptId)).text)
    scan((await student.client.get('/api/attempts')).text)
    const handIn = { round: 1, answers: texts }
    scan((await student.client.post(`/api/attempts/${attemptId}/submission`, handIn)).text)
    scan((await view(student, attemptId)).text)
  })
})

async function supersededOf(attemptId: string): Promise<string[]> {
  const rows = await db
    .select()
    .from(supersededDrafts)
    .where(and(eq(supersededDrafts.attemptId, attemptId), eq(supersededDrafts.promptId, 'plan')))
    .orderBy(supersededDrafts.supersededAt)
  const call = sealingCall()
  return Promise.all(rows.map(({ id, text }) => open(call, supersededDrafts.text, id, text)))
}

/** A time this long after the attempt closes. */
async function afterClosing(student: Person, attemptId: string, milliseconds: number) {
  const { closesAt } = (await view(student, attemptId)).body
  return new Date(Date.parse(closesAt) + milliseconds)
}
