import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'

import { exportOf, rowsIn } from '../../support/archive.ts'
import { aBookedInterview } from '../../support/booking.ts'
import { aProgramme, aStudent, type Person } from '../../support/builders.ts'
import { aHiringEmployer, aVisibleStudent } from '../../support/hiring.ts'
import { aDeliveredRequest, anAsking, aSentRequest, aWording } from '../../support/interviewing.ts'
import {
  aChallenge,
  aPeer,
  aReadyMentor,
  aSubmission,
  later,
  openFullResult,
  reviewAs,
} from '../../support/reviews.ts'
import { sessionAt } from '../../support/session-at.ts'
import { settle } from '../../support/settle.ts'
import { openAll } from '../../support/unseal.ts'

/** All files of a person's export as one text. */
const textOf = (files: Record<string, string>) => Object.values(files).join('\n')

describe('words about an answer', () => {
  let author: Person
  let attemptId: string
  let submissionId: string
  let lastReview: string
  let now = new Date()
  let challenge: Awaited<ReturnType<typeof aChallenge>>
  let home: Awaited<ReturnType<typeof aProgramme>>
  const signed = (name: string, words: string) => `${words} Yours, ${name}.`
  const mine = async () => exportOf(await sessionAt(author, now))

  beforeAll(async () => {
    challenge = await aChallenge()
    home = await aProgramme({ name: 'Quillmark College' })
    author = await aStudent({ in: home, name: 'Leila Haddad' })
    const submission = await aSubmission(author, challenge)
    submissionId = submission.id
    attemptId = submission.attemptId
  })

  it('are not there before the decision, nor is any figure', async () => {
    now = later(now, { minutes: 1 })
    for (const [name, words] of [
      ['Zuleika Ferreira', 'The first comment names the door.'],
      ['Bartolomeu Quist', 'The second comment names the stairs.'],
    ] as const) {
      const peer = await aPeer(home, challenge, name)
      now = (await reviewAs(peer, challenge, { at: now, comment: signed(name, words) })).at
      now = later(now, { minutes: 2 })
      await settle(now)
    }
    const files = await mine()
    expect(rowsIn(files, 'answers', 'submissions')).toHaveLength(1)
    expect(files['results.json']).toBeUndefined()
    expect(textOf(files)).not.toMatch(/comment names|Say what happens|For agree-the-work/)
  })

  it('are there after it, without their writers, as in the result', async () => {
    const name = 'Ottoline Vance'
    const mentor = await aReadyMentor(home, challenge, name)
    const comment = signed(name, 'The third comment comes from Quillmark College.')
    const review = await reviewAs(mentor, challenge, { at: now, comment })
    lastReview = review.reviewId
    now = later(review.at, { minutes: 2 })
    await settle(now)
    await openFullResult(submissionId)
    const client = await sessionAt(author, now)
    const { body } = await client.get(`/api/attempts/${attemptId}/result`)
    expect(body.state).toBe('decided')

    const files = await exportOf(client)
    const reviews = rowsIn(files, 'results', 'reviews')
    expect(reviews.map(({ worked, try_next: tryNext }) => ({ worked, tryNext }))).toEqual(
      expect.arrayContaining(body.comments),
    )
    expect(reviews).toHaveLength(3)
    const ratings = rowsIn(files, 'results', 'ratings')
    const reasons = body.criteria.flatMap(({ reasons: all }: { reasons: string[] }) => all)
    expect(new Set(ratings.map(({ reason }) => reason))).toEqual(new Set(reasons))
    expect(ratings).toHaveLength(reasons.length)
    expect(textOf(files)).toContain('[hidden]')
    expect(textOf(files)).not.toMatch(/Zuleika|Ferreira|Bartolomeu|Quist|Ottoline|Vance/)
    // Neither who was a mentor, nor who came first, nor which level each one gave.
    for (const row of [...reviews, ...ratings])
      expect(Object.keys(row)).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/role|review_id|level|indicators|_at$/)]),
      )
    const figures = rowsIn(files, 'results', 'estimates')
    expect(figures).toHaveLength(4)
    for (const { mean } of figures) expect(String(mean)).toMatch(/^\d(\.\d)?$/)
  })

  it('of a review that can still be undone, or was undone, are not there; surplus ones are', async () => {
    const set = (sql: string) =>
      env.DB.prepare(`UPDATE reviews SET ${sql} WHERE id = ?`).bind(lastReview).run()
    const tomorrow = later(now, { days: 1 })
    const words = async () => textOf(await exportOf(await sessionAt(author, tomorrow)))
    const surplus = 'The third comment'
    // The clock of a request runs on, so a minute lies between.
    await set(`effective_at = ${later(tomorrow, { minutes: 1 }).getTime()}`)
    expect(await words()).not.toContain(surplus)
    await set(`effective_at = ${tomorrow.getTime()}, surplus = 1`)
    expect(await words()).toContain(surplus)
    await set(`withdrawn_at = ${tomorrow.getTime()}`)
    expect(await words()).not.toContain(surplus)
  })
})

describe('what a reviewer wrote', () => {
  it('is in their own export, without whom it is about', async () => {
    const challenge = await aChallenge()
    const home = await aProgramme()
    const author = await aStudent({ in: home, name: 'Perpetua Lindqvist' })
    const answers = { plan: 'The author says: first the lamp.', after: 'Then the author rests.' }
    const submission = await aSubmission(author, challenge, { answers })
    const peer = await aPeer(home, challenge)
    const comment = 'I wrote this about somebody.'
    const { at } = await reviewAs(peer, challenge, { comment })
    const text = textOf(await exportOf(await sessionAt(peer, later(at, { minutes: 1 }))))
    expect(text).toContain(comment)
    expect(text).toContain('For agree-the-work the answer says')
    for (const secret of [
      author.id,
      author.name,
      author.email,
      submission.id,
      ...Object.values(answers),
    ])
      expect(text).not.toContain(secret)
  })
})

describe('what an employer wrote', () => {
  it('is there with the employer and the role, without its people', async () => {
    const interviewers = [{ name: 'Casimir Oyelaran', title: 'Shift lead' }]
    const booked = await aBookedInterview(await anAsking(), { interviewers })
    const { recruiter, student, path, employer } = booked
    const contact = { name: 'Ruth Adeyemi', email: 'ruth@work.example', telephone: '+441134960000' }
    const location = 'https://meet.example.org/early-team'
    await recruiter.client.put(`${path}/meeting`, { sequence: 0, location, contact })
    await recruiter.client.post(`${path}/messages`, { words: 'Come to the side door.' })
    await student.client.post(`${path}/messages`, { words: 'I come by bus.' })
    const files = await exportOf(student.client)

    expect(rowsIn(files, 'interviews', 'request_messages')).toMatchObject([
      { organization: employer.name, side: 'recruiter', words: 'Come to the side door.' },
      { organization: employer.name, side: 'student', words: 'I come by bus.' },
    ])
    const [edition] = rowsIn(files, 'interviews', 'request_editions')
    const { slots: _, ...wording } = aWording({ interviewers: [{ title: 'Shift lead' }] })
    expect(edition?.content).toMatchObject(wording)
    expect(rowsIn(files, 'interviews', 'bookings')).toMatchObject([{ location }])
    expect(files['interviews.ics']).toContain('meet.example.org')
    const text = textOf(files)
    for (const secret of [
      'Casimir',
      'Oyelaran',
      'Ruth',
      'Adeyemi',
      contact.email,
      contact.telephone,
    ])
      expect(text).not.toContain(secret)
    for (const secret of [recruiter.id, recruiter.name, recruiter.email])
      expect(text).not.toContain(secret)
  })

  it('is not there before it is delivered, and not if that was undone', async () => {
    const sent = await aSentRequest(await anAsking(), { title: 'Lamp keeper' })
    const { student, recruiter, path } = sent
    const files = await exportOf(student.client)
    expect(files['interviews.json']).toBeUndefined()
    expect(textOf(files)).not.toContain(sent.requestId)
    await recruiter.client.delete(`${path}/delivery`)
    expect(textOf(await exportOf(student.client))).not.toContain(sent.requestId)
  })

  it('shows a wording that was delivered, and not the next one before its delivery', async () => {
    const delivered = await aDeliveredRequest(undefined, { next: aNext('First') })
    const { student, recruiter, path } = delivered
    const ask = { answer: 'ask-revision', edition: 1, parts: ['time'] }
    expect((await student.client.post(`${path}/answers`, ask)).status).toBe(201)
    const content = aWording({ next: aNext('Second') })
    const again = await recruiter.client.post(`${path}/delivery`, { content })
    expect(again.status, again.text).toBe(201)

    const before = await exportOf(student.client)
    expect(textOf(before)).toContain('First we talk')
    expect(textOf(before)).not.toMatch(/Second we talk|queued/)
    expect(rowsIn(before, 'interviews', 'interview_requests')).toMatchObject([
      { state: 'revision-requested' },
    ])
    expect(rowsIn(before, 'interviews', 'slots')).toHaveLength(3)
    const events = rowsIn(before, 'interviews', 'interview_events').map(({ event }) => event)
    expect(new Set(events)).toEqual(new Set(['deliver', 'ask-revision']))

    await settle(new Date(Date.parse(again.body.deliverAt) + 1_000))
    const after = await exportOf(student.client)
    expect(textOf(after)).toContain('Second we talk')
    expect(rowsIn(after, 'interviews', 'slots')).toHaveLength(6)
  })
})

it('an employer who looked is named with the day, not with the minute or the recruiter', async () => {
  const hiring = await aHiringEmployer()
  const delivered = await aDeliveredRequest(await anAsking(hiring, await aVisibleStudent()))
  const rows = rowsIn(await exportOf(delivered.student.client), 'consents', 'disclosures')
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows) {
    expect(row).toMatchObject({ organization: hiring.employer.name })
    expect(Object.keys(row)).not.toContain('at')
    expect(JSON.stringify(row)).not.toContain(hiring.recruiter.id)
  }
})

it('no export of anybody here has a name or an address of somebody else', async () => {
  const booked = await aBookedInterview(await anAsking())
  const cells = (await openAll()).filter(({ place }) => /^accounts\.(name|email)$/.test(place))
  expect(cells.length).toBeGreaterThan(20)
  for (const person of [booked.student, booked.recruiter]) {
    const text = textOf(await exportOf(person.client))
    const others = cells.filter(({ plain }) => ![person.name, person.email].includes(plain))
    expect(text).toContain(person.name)
    expect(others.filter(({ plain }) => text.includes(plain)).map(({ plain }) => plain)).toEqual([])
  }
})

const aNext = (word: string) => `${word} we talk, and you hear yes or no within five working days.`
