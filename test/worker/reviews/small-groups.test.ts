import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'

import { day } from '../../../worker/foundation/reader/dates.ts'
import { readerOf } from '../../../worker/foundation/reader/languages.ts'
import { coachings } from '../../../worker/organizations/tables.ts'
import {
  aMentor,
  anAdmin,
  aProgramme,
  aStudent,
  db,
  type Organization,
  type Person,
} from '../../support/builders.ts'
import { mailbox } from '../../support/mailbox.ts'
import {
  aChallenge,
  aPeer,
  aReadyMentor,
  aSubmission,
  handedIn,
  hasPractised,
  later,
  requestReviewsFor,
  reviewAs,
  type TestChallenge,
} from '../../support/reviews.ts'
import { settle, tickAt } from '../../support/settle.ts'
import { leave } from '../../support/traffic/rows.ts'

let challenge: TestChallenge
beforeAll(async () => {
  challenge = await aChallenge()
})

const mailsTo = ({ email }: Person) => mailbox.filter(({ to }) => to === email)
const textsTo = (person: Person) => mailsTo(person).map(({ text }) => text)

/** Runs the cron over these days, every so many hours. */
async function runs(from: Date, { days, every = 24 }: { days: [number, number]; every?: number }) {
  for (let hours = days[0] * 24; hours <= days[1] * 24; hours += every)
    await tickAt(later(from, { hours, minutes: 2 }))
}

const resultOf = async ({ client }: Person, attemptId: string, at: Date) =>
  (await client.at(at).get(`/api/attempts/${attemptId}/result`)).body

async function aClass(home: Organization, size: number) {
  const students = await Promise.all(Array.from({ length: size }, () => aStudent({ in: home })))
  const all = []
  for (const student of students) {
    await hasPractised(student, challenge)
    all.push({ student, submission: await aSubmission(student, challenge) })
  }
  return all
}

describe.each([
  ['a programme', false],
  ['the open programme', true],
])('%s without a mentor', (_, open) => {
  it('says from the hand-in on that there is no date, in three places, and tells the admins', async () => {
    const home = await aProgramme({ open })
    const admin = await anAdmin({ in: home })
    const student = await aStudent({ in: home })
    const { id, at, attemptId } = await handedIn(student, challenge)
    const dates = async () => {
      const { client } = student
      const [one, list] = [`/api/attempts/${attemptId}`, '/api/attempts']
      return [
        (await client.get(one)).body.receipt.promisedAt,
        (await client.get(list)).body.attempts[0].promisedAt,
        (await client.get(`${one}/result`)).body.expectedBy,
      ]
    }
    expect(await dates()).toEqual([null, null, null])
    // The cron has not run yet: handing in is enough to know that there is no date.
    await requestReviewsFor(id, at)
    expect(await dates()).toEqual([null, null, null])
    await settle(at)
    expect(textsTo(student).join()).toContain('has no mentor who can judge them now')
    expect(textsTo(admin).join()).toContain('Invite a mentor')

    const mentor = await aMentor({ in: home })
    await tickAt(later(at, { hours: 2 }))
    const [receipt, list, result] = await dates()
    expect(result).toBeTruthy()
    expect([receipt, list]).toEqual([result, result])
    await leave(mentor)
    await tickAt(later(at, { hours: 4 }))
    expect(await dates()).toEqual([null, null, null])
  })
})

describe('a programme without a mentor', () => {
  it('promises no date, says why on the page and by mail, and does not keep moving a date', async () => {
    const home = await aProgramme()
    const admin = await anAdmin({ in: home })
    const [one] = await aClass(home, 2)
    if (!one) throw new Error('A class has students.')
    const { student, submission } = one
    const { at } = submission

    await tickAt(later(at, { minutes: 2 }))
    const page = await resultOf(student, submission.attemptId, later(at, { minutes: 3 }))
    expect(page).toMatchObject({ state: 'waiting', expectedBy: null, waitsFor: 'mentor' })
    expect(textsTo(student).join()).toContain('has no mentor who can judge them now')
    const { attempts } = (await student.client.get('/api/attempts')).body
    expect(attempts[0].promisedAt).toBeNull()

    await runs(at, { days: [1, 22] })
    // At once, and then once a week, always without a date.
    const told = mailsTo(student).filter(({ subject }) => /no date/.test(subject))
    expect(told).toHaveLength(4)
    // Correct in the first mail and three weeks later: it gives the day, not that something has
    // just come.
    const handInDay = day(readerOf({ language: 'en', region: null, zone: null }), at)
    for (const { text } of told) {
      expect(text).toContain(`You handed in your answers in “Two boxes” on ${handInDay}.`)
      expect(text).not.toMatch(/have arrived/)
      expect(text.match(/a date/g)).toHaveLength(1)
    }
    expect(textsTo(student).join()).not.toMatch(/You'll have your result by|The new date is/)
    expect(await resultOf(student, submission.attemptId, later(at, { days: 22 }))).toMatchObject({
      expectedBy: null,
      waitsFor: 'mentor',
    })

    const asked = textsTo(admin)
    expect(asked.length).toBeGreaterThanOrEqual(4)
    expect(asked.at(-1)).toContain('Two boxes: 2 answers')
    expect(asked.at(-1)).toContain('Invite a mentor')
    expect(asked.at(-1)).toContain('/people#invite')
    const { late, mentors, mentorNames } = (
      await admin.client.at(later(at, { days: 22 })).get('/api/insights/late')
    ).body
    expect([mentors, mentorNames, late.length]).toEqual([0, [], 2])
    expect(late[0]).toMatchObject({ waitsFor: 'mentor', promisedAt: null })
  })

  it('promises a date again when a mentor comes, and then the answer is judged', async () => {
    const home = await aProgramme()
    const [one, other] = await aClass(home, 2)
    if (!one || !other) throw new Error('A class has students.')
    const { student, submission } = one
    await reviewAs(other.student, challenge)
    await runs(submission.at, { days: [1, 10] })

    const comes = later(submission.at, { days: 11 })
    const mentor = await aReadyMentor(home, challenge)
    await runs(submission.at, { days: [11, 11.25], every: 2 })
    const page = await resultOf(student, submission.attemptId, later(comes, { hours: 3 }))
    expect(page.waitsFor).toBeNull()
    expect(new Date(page.expectedBy).getTime()).toBeGreaterThan(comes.getTime())
    expect(textsTo(student).at(-1)).toMatch(/Someone can now judge your answers in “Two boxes”/)

    const reviewed = await reviewAs(mentor, challenge, { at: later(comes, { hours: 8 }) })
    expect(reviewed.reviewId).toBeTruthy()
  })
})

it('a mentor who coaches the author, or has left, decides nothing: the page and the admin say so', async () => {
  const home = await aProgramme()
  const admin = await anAdmin({ in: home })
  const [coach, gone] = [await aMentor({ in: home }), await aMentor({ in: home })]
  const student = await aStudent({ in: home })
  await db.insert(coachings).values({
    id: crypto.randomUUID(),
    mentorId: coach.id,
    studentId: student.id,
    organizationId: home.id,
    createdAt: new Date(),
  })
  const submission = await aSubmission(student, challenge)
  await tickAt(later(submission.at, { minutes: 2 }))
  const before = await resultOf(student, submission.attemptId, later(submission.at, { minutes: 3 }))
  expect(before).toMatchObject({ waitsFor: null, expectedBy: submission.promisedAt.toISOString() })

  await leave(gone)
  await tickAt(later(submission.at, { hours: 2 }))
  const after = await resultOf(student, submission.attemptId, later(submission.at, { hours: 2 }))
  expect(after).toMatchObject({ waitsFor: 'mentor', expectedBy: null })
  await settle(later(submission.at, { hours: 2 }))
  expect(textsTo(admin).at(-1)).toContain('A mentor never judges answers from students they coach')
})

it('one student and one mentor: too few to decide is said when the date is near', async () => {
  const home = await aProgramme()
  const admin = await anAdmin({ in: home })
  await aMentor({ in: home })
  const [one] = await aClass(home, 1)
  if (!one) throw new Error('A class has students.')
  const { student, submission } = one
  await runs(submission.at, { days: [1, 5] })
  expect(textsTo(student).filter((text) => /no date|a date/.test(text))).toEqual([])
  await runs(submission.at, { days: [6, 12] })
  expect(
    await resultOf(student, submission.attemptId, later(submission.at, { days: 12 })),
  ).toMatchObject({
    waitsFor: 'reviewer',
    expectedBy: null,
  })
  expect(textsTo(student).join()).toContain('A mentor and one more reviewer would be enough')
  expect(textsTo(admin).join()).toContain('A mentor and one more reviewer are enough')
})

it('a full programme that is slow: each new date is mailed, with what is missing; missed three times, there is none', async () => {
  const home = await aProgramme()
  const admin = await anAdmin({ in: home })
  for (const name of ['Ada Rowe', 'Bo Lind']) await aMentor({ in: home, name })
  const [one] = await aClass(home, 4)
  if (!one) throw new Error('A class has students.')
  await runs(one.submission.at, { days: [1, 14] })
  // The admin reads whom to ask: every mentor, because a missing one would show who the author is.
  const then = admin.client.at(later(one.submission.at, { days: 14 }))
  const { mentors, mentorNames } = (await then.get('/api/insights/late')).body
  expect([mentors, mentorNames.toSorted()]).toEqual([2, ['Ada Rowe', 'Bo Lind']])
  const dates = textsTo(one.student).flatMap((text) => /date is (.+?)\.\n/.exec(text)?.[1] ?? [])
  expect(new Set(dates).size).toBe(2)
  expect(textsTo(one.student).join()).toContain("so we won't give you another date")
  expect(textsTo(one.student).join()).toContain('We are still waiting for')
})

it('a class of two with a mentor ends with a decision once everybody who could review has done so', async () => {
  const home = await aProgramme()
  const mentor = await aReadyMentor(home, challenge)
  // The other peer's own answers are not queued, so that the mentor gets these.
  const other = await aPeer(home, challenge)
  const { at, id } = await aSubmission(await aStudent({ in: home }), challenge)
  await reviewAs(other, challenge, { at: later(at, { hours: 2 }), levels: 2 })
  await runs(at, { days: [1, 5] })
  // One mentor and one peer disagree: not settled, and there is nobody else.
  await reviewAs(mentor, challenge, { at: later(at, { days: 5, hours: 1 }), levels: 3 })
  await runs(at, { days: [6, 9], every: 12 })
  const decision = await env.DB.prepare('SELECT state FROM decisions WHERE submission_id = ?')
    .bind(id)
    .first<string>('state')
  expect(decision).not.toBeNull()
})

/** The number of owed reviews, which three places must show alike. */
const alike = (owed: number[]) => [owed, owed, owed]

describe('owed reviews', () => {
  it('are never more than there are to give, in the list, in all and beside the result', async () => {
    const home = await aProgramme()
    const [one, other] = await aClass(home, 2)
    if (!one || !other) throw new Error('A class has students.')
    const { student, submission } = one
    const seen = async () => {
      const { body } = await student.client.get('/api/review-work')
      const result = await resultOf(student, submission.attemptId, new Date())
      const [entry] = body.challenges
      return [body.owed, { ...entry }, result.owed].map(({ owed, done, atMost }) => [
        owed,
        done,
        atMost,
      ])
    }
    expect(await seen()).toEqual(alike([1, 0, 5]))
    await reviewAs(student, challenge)
    expect(await seen()).toEqual(alike([1, 1, 5]))

    const third = await aStudent({ in: home })
    await aSubmission(third, challenge)
    expect(await seen()).toEqual(alike([2, 1, 5]))
  })

  it('of one student alone are none', async () => {
    const [one] = await aClass(await aProgramme(), 1)
    const { body } = (await one?.student.client.get('/api/review-work')) ?? {}
    expect(body.owed).toEqual({ owed: 0, done: 0, minutesLeft: 0, atMost: 5 })
  })

  it('are mailed about only while there is work that this person may be given', async () => {
    const home = await aProgramme()
    const [one, other] = await aClass(home, 2)
    if (!one || !other) throw new Error('A class has students.')
    await reviewAs(one.student, challenge)
    await runs(one.submission.at, { days: [1, 3], every: 12 })
    const asked = (person: Person) => textsTo(person).filter((text) => /and you can/.test(text))
    expect(asked(one.student)).toEqual([])
  })
})
