import { eq, inArray } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { accounts } from '../../../worker/accounts/tables.ts'
import { outbox } from '../../../worker/foundation/tables.ts'
import { interviewEvents, interviewRequests } from '../../../worker/interviews/tables.ts'
import { consents } from '../../../worker/organizations/tables.ts'
import { anAdmin, aStudent, db } from '../../support/builders.ts'
import { aHiringEmployer } from '../../support/hiring.ts'
import {
  accept,
  aDeliveredRequest,
  anAsking,
  aSentRequest,
  wall,
} from '../../support/interviewing.ts'
import { mailbox } from '../../support/mailbox.ts'
import { settle } from '../../support/settle.ts'

const day = 86_400_000

it.each(['America/Los_Angeles', 'Pacific/Auckland', 'Asia/Kathmandu'])(
  'an answer is due at the end of the fourteenth day in %s, the student’s zone',
  async (zone) => {
    const asking = await anAsking()
    await moveTo(asking.student.id, zone)
    const delivered = await aDeliveredRequest(asking)
    const { answerBy } = (await delivered.student.client.get(delivered.path)).body.request

    const clock = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'medium',
      hourCycle: 'h23',
    })
    const deliveredOn = clock.format(delivered.deliverAt).slice(0, 10)
    const lastDay = new Date(Date.parse(deliveredOn) + 14 * day).toISOString().slice(0, 10)
    expect(clock.format(new Date(answerBy))).toBe(`${lastDay}, 23:59:59`)

    // The deadline stays when the person moves, and both timer and API keep it to the second.
    await moveTo(asking.student.id, 'Europe/London')
    const end = new Date(answerBy)
    const [expiry] = await db
      .select()
      .from(outbox)
      .where(eq(outbox.subjectId, delivered.requestId))
      .then((notes) => notes.filter(({ kind }) => kind === 'interview.expiry'))
    expect(expiry?.dueAt).toEqual(end)
    await settle(new Date(end.getTime() - 60_000))
    expect(await stateOf(delivered.requestId)).toBe('delivered')
    await settle(end)
    expect(await stateOf(delivered.requestId)).toBe('expired')
  },
)

it('reminds with the day and hour of the student', async () => {
  const asking = await anAsking()
  await moveTo(asking.student.id, 'America/Los_Angeles')
  const delivered = await aDeliveredRequest(asking)
  const { answerBy } = (await delivered.student.client.get(delivered.path)).body.request

  await settle(new Date(Date.parse(answerBy) - day + 1_000))

  const mail = mailbox.findLast(({ to }) => to === asking.student.email)
  const date = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'long',
    timeZone: 'America/Los_Angeles',
  })
  expect(mail?.text).toContain(date.format(new Date(answerBy)))
  expect(mail?.text).toMatch(/11:59.pm GMT-[78]/)
})

it('a consent holds until the end of its last day in the student’s zone', async () => {
  const asking = await anAsking()
  const [granted] = await db
    .select()
    .from(consents)
    .where(eq(consents.studentId, asking.student.id))
  // This student's zone is unknown, so it is UTC.
  expect(granted?.expiresAt.toISOString()).toMatch(/T23:59:59\.999Z$/)
})

it('an employer reads the same page whether or not the student has another interview then', async () => {
  const [one, other] = [await anAsking(), await aHiringEmployer()]
  const first = await aDeliveredRequest(one)
  const second = await aDeliveredRequest(await anAsking(other, one.student), {
    slots: [wall(9, '16:45'), wall(11, '09:00'), wall(12, '18:00')],
  })
  const before = await second.recruiter.client.get(second.path)
  const accepted = await accept(first)
  expect(accepted.status, accepted.text).toBe(201)

  const after = await second.recruiter.client.get(second.path)
  expect(after.text).toBe(before.text)
  expect(after.body.request.slots[0].free).toBe(true)
  const own = (await second.student.client.get(second.path)).body.request
  expect(own.slots.map(({ free }: { free: boolean }) => free)).toEqual([false, true, true])
  const refused = await accept(second)
  expect(refused).toMatchObject({ status: 409, body: { type: '/problems/slot-taken' } })
  expect((await second.recruiter.client.get(second.path)).text).toBe(before.text)
})

it('an employer reads that its own host is booked', async () => {
  const hiring = await aHiringEmployer()
  const [first, second] = [
    await aDeliveredRequest(await anAsking(hiring)),
    await aDeliveredRequest(await anAsking(hiring)),
  ]
  await accept(first)
  const { slots } = (await second.recruiter.client.get(second.path)).body.request
  expect(slots.map(({ free }: { free: boolean }) => free)).toEqual([false, true, true])
})

it('the funnel counts who was asked and who accepted, regardless of the outcome', async () => {
  const revised = await aDeliveredRequest()
  const asked = await revised.student.client.post(`${revised.path}/answers`, {
    answer: 'ask-revision',
    edition: 1,
    parts: ['hours'],
    note: 'Could it be twenty hours?',
  })
  expect(asked.status, asked.text).toBe(201)
  const cancelled = await aDeliveredRequest()
  await accept(cancelled)
  const isIts = eq(interviewRequests.id, cancelled.requestId)
  await db.update(interviewRequests).set({ state: 'cancelled' }).where(isIts)
  const unsent = await aSentRequest(await anAsking())
  const admin = await anAdmin()

  await sameStoryFor(revised.requestId, admin.organizationId, 5)
  await sameStoryFor(cancelled.requestId, admin.organizationId, 6)
  await sameStoryFor(unsent.requestId, admin.organizationId, 7)

  const { body, text } = await admin.client.get('/api/insights/funnel')
  const steps = body?.steps ?? []
  const count = (step: string) => steps.find((each: { step: string }) => each.step === step)?.n
  // 20 joined, 11 were asked and 6 accepted, in fives: one fewer gives 5 asked or none accepted.
  expect([count('joined'), count('asked'), count('accepted')], text).toEqual([20, 10, 5])
})

/** Adds this many students of a programme, each with a request of the same history. */
async function sameStoryFor(requestId: string, organizationId: string, students: number) {
  const own = eq(interviewRequests.id, requestId)
  const [request] = await db.select().from(interviewRequests).where(own)
  const events = await db
    .select()
    .from(interviewEvents)
    .where(inArray(interviewEvents.requestId, [requestId]))
  if (!request) throw new Error('There is no such request.')
  for (let n = 0; n < students; n++) {
    const student = await aStudent({ in: { id: organizationId } })
    const id = crypto.randomUUID()
    const copy = { ...request, id, studentId: student.id, disclosureId: null }
    await db.insert(interviewRequests).values({ ...copy, pseudonym: crypto.randomUUID() })
    await db.insert(interviewEvents).values(events.map((event) => ({ ...event, requestId: id })))
  }
}

const moveTo = (accountId: string, zone: string) =>
  db.update(accounts).set({ zone }).where(eq(accounts.id, accountId))

const stateOf = async (requestId: string) => {
  const own = eq(interviewRequests.id, requestId)
  return (await db.select().from(interviewRequests).where(own))[0]?.state
}
