import { eq } from 'drizzle-orm'
import { afterAll, expect, it, vi } from 'vitest'

import { slots } from '../../../worker/interviews/tables.ts'
import { db } from '../../support/builders.ts'
import {
  accept,
  aDeliveredRequest,
  aDraft,
  anAsking,
  aWording,
} from '../../support/interviewing.ts'
import { mailbox } from '../../support/mailbox.ts'
import { settle } from '../../support/settle.ts'

// In winter, with interviews after the clocks have changed.
vi.setSystemTime(new Date('2027-02-25T10:00:00Z'))
afterAll(() => vi.useRealTimers())

it('keeps and shows the hour that was offered, after a clock change', async () => {
  const offered = [
    { local: '2027-03-30T09:30', zone: 'Europe/London' },
    { local: '2027-03-31T10:00', zone: 'Asia/Singapore' },
    { local: '2027-04-01T09:30', zone: 'Europe/Berlin' },
    { local: '2027-04-05T08:15', zone: 'Australia/Lord_Howe' },
  ]
  const instants = ['2027-03-30T08:30', '2027-03-31T02:00', '2027-04-01T07:30', '2027-04-04T21:45']

  const delivered = await aDeliveredRequest(await anAsking(), { slots: offered })

  const isIts = eq(slots.requestId, delivered.requestId)
  const stored = await db.select().from(slots).where(isIts).orderBy(slots.startsAt)
  expect(stored.map(({ startsAt }) => startsAt.toISOString())).toEqual(
    instants.map((instant) => `${instant}:00.000Z`),
  )
  const { body } = await delivered.student.client.get(delivered.path)
  expect(body.request.slots.map(shown)).toEqual(offered.map(({ local }) => local.slice(-5)))

  await accept(delivered)
  await settle()
  const file = mailbox.findLast(({ to }) => to === delivered.student.email)?.attachment?.content
  expect(file).toContain('DTSTART:20270330T083000Z\r\nDTEND:20270330T091000Z\r\n')
})

it.each([
  ['an hour that the clocks skip', '2027-03-28T01:30', 'Europe/London', 'slot-time-missing'],
  ['an hour that they skip elsewhere', '2027-03-28T02:00', 'Europe/Berlin', 'slot-time-missing'],
  ['an hour shown twice', '2027-04-04T01:40', 'Australia/Lord_Howe', 'slot-time-ambiguous'],
  ['a zone that is none', '2027-03-30T09:30', 'Europe/Camelot', 'slot-zone-unknown'],
])('refuses %s, and says so', async (_, local, zone, problem) => {
  const asking = await anAsking()
  const requestId = await aDraft(asking)
  const content = aWording({
    slots: [
      { local: '2027-03-30T09:30', zone: 'Europe/London' },
      { local, zone },
      { local: '2027-03-31T10:00', zone: 'Asia/Singapore' },
    ],
  })

  const path = `/api/interview-requests/${requestId}/delivery`
  const refused = await asking.recruiter.client.post(path, { content })

  expect(refused, refused.text).toMatchObject({
    status: 422,
    body: { type: `/problems/${problem}`, fields: ['slots.1'] },
  })
  expect(await db.$count(slots, eq(slots.requestId, requestId))).toBe(0)
})

/** The hour in the zone in which it was offered. */
function shown({ startsAt, zone }: { startsAt: string; zone: string }): string {
  const format = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: zone })
  return format.format(new Date(startsAt))
}
