import { env } from 'cloudflare:workers'
import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'

import { systemCall } from '../../../worker/foundation/call/system-call.ts'
import { reminders, submissionQueue } from '../../../worker/reviews/tables.ts'
import { keepWait } from '../../../worker/scenarios/catalogue/keep-wait.ts'
import {
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
  reviewAs,
  type TestChallenge,
} from '../../support/reviews.ts'
import { settle, tickAt } from '../../support/settle.ts'

let challenge: TestChallenge
beforeAll(async () => {
  challenge = await aChallenge()
})

const mailsTo = ({ email }: Person, words: RegExp) =>
  mailbox.filter(({ to, text }) => to === email && words.test(text)).map(({ text }) => text)

/** Runs the clock every so many hours, and the notes that are due. */
async function run(from: Date, hours: [first: number, last: number], every: number) {
  for (let hour = hours[0]; hour <= hours[1]; hour += every) {
    const at = later(from, { hours: hour, minutes: 1 })
    await tickAt(at)
    await settle(at)
  }
}

describe('owed reviews', () => {
  const owed = /to do now in/

  it('are mailed about after 24 hours, then every 48 hours, and three times in all', async () => {
    const { home, author, at, id } = await anAuthor()
    await aSubmission(await aStudent({ in: home }), challenge)
    const seen: number[] = []
    for (let hour = 6; hour <= 240; hour += 6) {
      await run(at, [hour, hour], 1)
      if (mailsTo(author, owed).length > seen.length) seen.push(hour)
    }
    const [first = 0, second = 0, third = 0] = seen
    expect(first).toBe(24)
    // The clock runs every six hours here, so a mail can be up to six hours late.
    for (const gap of [second - first, third - second]) expect([48, 54]).toContain(gap)
    expect(mailsTo(author, owed)).toHaveLength(3)
    expect(await db.select().from(reminders).where(isOwed(id)).get()).toMatchObject({
      timesSent: 3,
      sent: true,
    })
  })

  it('are silent while there is no work, however long, and that does not use up a reminder', async () => {
    const { home, author, at, id } = await anAuthor()
    await run(at, [12, 156], 12)
    expect(mailsTo(author, owed)).toEqual([])
    expect(await db.select().from(reminders).where(isOwed(id)).get()).toMatchObject({
      timesSent: 0,
      idleSince: at,
      endedAt: null,
    })
    await aSubmission(await aStudent({ in: home }), challenge)
    await run(at, [160, 172], 4)
    expect(mailsTo(author, owed)).toHaveLength(1)
  })

  it('of a later hand-in in the challenge replace the reminders of the one before', async () => {
    const { author, at, id } = await anAuthor()
    await aSubmission(author, challenge, { at: later(at, { hours: 1 }) })
    const stored = await db.select().from(reminders).where(isOwed(id)).get()
    expect(stored?.endedAt).not.toBeNull()
  })
})

describe('mentor time', () => {
  const short = /(?:is|are) waiting for a mentor/

  it('is not called short where there is no mentor', async () => {
    const home = await aProgramme()
    const admin = await anAdmin({ in: home })
    const at = new Date()
    await wantMentors(home, 3, at)
    await run(at, [2, 30], 6)
    expect(mailsTo(admin, short)).toEqual([])
  })

  it('that is short is told to the admins once a week, with what to do', async () => {
    const home = await aProgramme()
    const admin = await anAdmin({ in: home })
    await aReadyMentor(home, challenge)
    const at = new Date()
    await wantMentors(home, 3, at)
    await run(at, [2, 20], 6)
    expect(mailsTo(admin, short)).toEqual([])
    await run(at, [25, 25], 1)
    expect(mailsTo(admin, short)).toEqual([
      expect.stringMatching(
        /3 answers are waiting for a mentor\. In the last seven days, your mentors gave 0 reviews\..*ask your mentors for one hour.*people#invite/s,
      ),
    ])
    await run(at, [48, 190], 24)
    expect(mailsTo(admin, short)).toHaveLength(1)
    await run(at, [194, 194], 1)
    expect(mailsTo(admin, short)).toHaveLength(2)
  })

  it.each([
    [4, false],
    [5, true],
  ])('with two mentor reviews last week, and %i wanted, is short: %s', async (wanted, isShort) => {
    const home = await aProgramme()
    const admin = await anAdmin({ in: home })
    const mentor = await aReadyMentor(home, challenge)
    const at = new Date()
    await wantMentors(home, wanted + 2, at)
    for (let n = 0; n < 2; n++) await reviewAs(mentor, challenge, { at: later(at, { hours: n }) })
    await run(at, [25, 25], 1)
    expect(mailsTo(admin, short)).toHaveLength(isShort ? 1 : 0)
  })
})

describe('GET /api/challenges/:challengeId/wait', () => {
  it('is the median of the last 30 rounds of the programme, else of all, and nothing under ten', async () => {
    const own = await aChallenge()
    const [home, other] = [await aProgramme(), await aProgramme()]
    const [student, elsewhere] = [await aStudent({ in: home }), await aStudent({ in: other })]
    const waitOf = async ({ client }: Person) =>
      (await client.get(`/api/challenges/${own.id}/wait`)).body.wait

    await decide(elsewhere, own, [100, 100, 100, 100, 100, 100, 100, 100, 100])
    expect(await waitOf(student)).toBeNull()
    await decide(student, own, [20])
    expect(await waitOf(student)).toEqual({ medianHours: 100, rounds: 10, of: 'everyone' })
    await decide(student, own, [20, 20, 20, 20, 30, 30, 30, 30, 30])
    expect(await waitOf(student)).toEqual({ medianHours: 25, rounds: 10, of: 'programme' })
    await decide(
      student,
      own,
      Array.from({ length: 30 }, () => 40),
    )
    expect(await waitOf(student)).toEqual({ medianHours: 40, rounds: 30, of: 'programme' })
  })

  it('counts a round once it is decided', async () => {
    const own = await aChallenge()
    const home = await aProgramme()
    const mentor = await aReadyMentor(home, own)
    const { id, at } = await aSubmission(await aStudent({ in: home }), own)
    for (const person of [await aPeer(home, own), await aPeer(home, own), mentor]) {
      const reviewed = await reviewAs(person, own, { at: later(at, { hours: 50 }) })
      await settle(later(reviewed.at, { minutes: 2 }))
    }
    const { results } = await env.DB.prepare(
      'SELECT organization_id, hours FROM challenge_waits WHERE challenge_id = ? ORDER BY 1',
    )
      .bind(own.id)
      .all()
    expect(results).toEqual([
      { organization_id: '', hours: '[50]' },
      { organization_id: home.id, hours: '[50]' },
    ])
    expect(id).toBeTruthy()
  })
})

const isOwed = (submissionId: string) =>
  and(eq(reminders.submissionId, submissionId), eq(reminders.kind, 'owed'))

/** An author in a programme of their own, who could review at once. */
async function anAuthor() {
  const home = await aProgramme()
  const author = await aStudent({ in: home })
  await hasPractised(author, challenge)
  return { home, author, ...(await aSubmission(author, challenge)) }
}

async function wantMentors(home: Organization, count: number, at: Date): Promise<void> {
  for (let n = 0; n < count; n++) await aSubmission(await aStudent({ in: home }), challenge, { at })
  await db
    .update(submissionQueue)
    .set({ wanted: 1 })
    .where(and(eq(submissionQueue.pool, home.id), eq(submissionQueue.kind, 'mentor')))
}

/** Keeps rounds that were decided after so many hours. */
async function decide(author: Person, where: TestChallenge, hours: number[]): Promise<void> {
  for (const wait of hours) {
    const { id, at } = await handedIn(author, where)
    const call = systemCall(env, crypto.randomUUID(), later(at, { hours: wait, minutes: 5 }))
    await db.batch([keepWait(call, id) as never])
  }
}
