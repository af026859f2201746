import { eq } from 'drizzle-orm'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'

import { consents, disclosures } from '../../../worker/organizations/tables.ts'
import {
  bookings,
  interviewEvents,
  interviewRequests,
  requestEditions,
  slots,
} from '../../../worker/interviews/tables.ts'
import { exactly } from '../../../worker/foundation/reader/dates.ts'
import { endOfDay } from '../../../worker/foundation/reader/end-of-day.ts'
import { auditEntries } from '../../../worker/audit/tables.ts'
import { anAdmin, aRecruiter, aStudent, db } from '../../support/builders.ts'
import {
  aHiringEmployer,
  aJob,
  anOpening,
  aRecruiterOf,
  aVisibleStudent,
  openToWork,
} from '../../support/hiring.ts'
import {
  accept,
  aDeliveredRequest,
  aDraft,
  anAsking,
  aSentRequest,
  aWording,
  wall,
} from '../../support/interviewing.ts'
import { mailbox } from '../../support/mailbox.ts'
import { sessionAt } from '../../support/session-at.ts'
import { settle } from '../../support/settle.ts'

const minute = 60_000
const day = 24 * 60 * minute
const list = '/api/interview-requests'

describe('a request', () => {
  it('goes from draft to booking, and each side is told', async () => {
    const asking = await anAsking()
    const requestId = await aDraft(asking)
    const path = `${list}/${requestId}`

    const sent = await asking.recruiter.client.post(`${path}/delivery`, { content: aWording() })
    expect(sent.body, sent.text).toMatchObject({ state: 'queued', version: 2, edition: 1 })
    // Before delivery, no door may tell the student of the request.
    const { client: own } = asking.student
    const early = await Promise.all([
      own.get(path),
      own.get(`${path}/messages`),
      own.get(`${path}/calendar.ics`),
      own.post(`${path}/answers`, { answer: 'decline', edition: 1 }),
      own.post(`${path}/messages`, { words: 'Hello?', topic: 'adjustment' }),
      own.post(`${path}/bookings`, { slotId: crypto.randomUUID() }),
      own.post(`${path}/cancellation`, {}),
      own.post(`${path}/attendance`, { attendance: 'took-place' }),
      own.post(`${path}/dispute`),
      own.put(`${path}/note`, { words: 'Nothing.' }),
    ])
    expect(early.map(({ status }) => status)).toEqual(early.map(() => 404))
    await settle(new Date(new Date(sent.body.deliverAt).getTime() + 1_000))
    expect(mailbox.findLast(({ to }) => to === asking.student.email)?.subject).toBe(
      'You have an interview request',
    )

    const zones = [
      [asking.student, 'Asia/Tokyo'],
      [asking.recruiter, 'Europe/Berlin'],
    ] as const
    for (const [{ client }, zone] of zones) {
      await client.put('/api/account/zone', { zone, region: 'GB' })
    }
    const { body } = await asking.student.client.get(path)
    expect(body.request).toMatchObject({
      state: 'delivered',
      edition: 1,
      employer: { name: asking.employer.name },
      content: { pay: aJob.pay, interviewers: [{ name: 'Owen Bramley' }] },
      slots: [{ zone: 'Europe/London', free: true }, {}, {}],
      own: { name: 'Leila Haddad' },
    })
    const accepted = await asking.student.client.post(`${path}/answers`, {
      answer: 'accept',
      edition: 1,
      slotId: body.request.slots[0].id,
      textHash: body.request.consentText.hash,
      fields: { name: true, email: true },
    })
    expect(accepted.body, accepted.text).toMatchObject({ state: 'scheduled', version: 4 })
    await settle()
    const [slot] = body.request.slots
    for (const [{ email }, zone] of zones) {
      const mail = mailbox.findLast(({ to }) => to === email)
      expect(mail?.attachment?.content).toContain(`ATTENDEE`)
      const reader = { language: 'en', region: 'GB', zone, zoneKnown: true } as const
      expect(mail?.text).toContain(exactly(reader, slot.startsAt))
    }
    const events = await db
      .select()
      .from(interviewEvents)
      .where(eq(interviewEvents.requestId, requestId))
    expect(events.map(({ version, event }) => [version, event])).toEqual([
      [1, 'create'],
      [2, 'send'],
      [3, 'deliver'],
      [4, 'accept'],
    ])
  })

  it('appears in both lists, with what is due', async () => {
    const { recruiter, student, requestId } = await aDeliveredRequest()
    const [ofEmployer, ofStudent] = await Promise.all([
      recruiter.client.get(list),
      student.client.get(list),
    ])

    expect(ofEmployer.body).toMatchObject({
      side: 'employer',
      requests: [{ id: requestId, state: 'delivered', title: aJob.title }],
    })
    expect(ofStudent.body).toMatchObject({
      side: 'student',
      requests: [{ id: requestId, state: 'delivered' }],
    })
    expect(ofStudent.body.requests[0].answerBy).toMatch(/Z$/)
  })

  it('keeps the title that it was sent with, whatever the opening is called', async () => {
    const { recruiter, student, path } = await aDeliveredRequest(undefined, { title: 'Shift lead' })
    const [ofEmployer, ofStudent, own, theirs] = await Promise.all([
      recruiter.client.get(list),
      student.client.get(list),
      recruiter.client.get(path),
      student.client.get(path),
    ])
    expect(ofEmployer.body.requests[0].title).toBe('Shift lead')
    expect(ofStudent.body.requests[0].title).toBe('Shift lead')
    expect(own.body.request.title).toBe('Shift lead')
    expect(theirs.body.request.content.title).toBe('Shift lead')
  })

  it('has the title of its opening until it is written, and after an undo that of its text', async () => {
    const asking = await anAsking()
    const path = `${list}/${await aDraft(asking)}`
    const titles = async () => {
      const [all, one] = await Promise.all([
        asking.recruiter.client.get(list),
        asking.recruiter.client.get(path),
      ])
      return [all.body.requests[0].title, one.body.request.title]
    }
    expect(await titles()).toEqual([aJob.title, aJob.title])
    await asking.recruiter.client.post(`${path}/delivery`, {
      content: aWording({ title: 'Shift lead' }),
    })
    await asking.recruiter.client.delete(`${path}/delivery`)
    expect(await titles()).toEqual(['Shift lead', 'Shift lead'])
  })

  it('tells its employer when the last time on offer begins, and the student nothing of it', async () => {
    const { recruiter, student, slots } = await aDeliveredRequest()
    const last = slots
      .map(({ startsAt }) => startsAt)
      .toSorted()
      .at(-1)
    const [ofEmployer, ofStudent] = await Promise.all([
      recruiter.client.get(list),
      student.client.get(list),
    ])
    expect(ofEmployer.body.requests[0].lastSlotAt).toBe(last)
    expect(ofStudent.body.requests[0]).not.toHaveProperty('lastSlotAt')
  })

  it('is marked as read for each recruiter and version: what happens next is new', async () => {
    const { recruiter, student, path, requestId } = await aDeliveredRequest()
    const colleague = await aRecruiter({ in: { id: recruiter.organizationId } })
    const seenBy = async ({ client }: { client: typeof recruiter.client }) => {
      const [one, all] = await Promise.all([client.get(path), client.get(list)])
      return [one.body.request.isRead, all.body.requests[0].isRead]
    }
    const { version } = (await recruiter.client.get(path)).body.request
    // A version that does not exist yet cannot be marked as read.
    const read = await recruiter.client.put(`${path}/read-mark`, { version: version + 5 })
    expect(read.body).toEqual({ version })
    expect(await seenBy(recruiter)).toEqual([true, true])
    expect(await seenBy(colleague)).toEqual([false, false])

    await student.client.post(`${path}/answers`, { answer: 'decline', edition: 1 })
    expect(await stateOf(requestId)).toBe('declined')
    expect(await seenBy(recruiter)).toEqual([false, false])
    // A read mark for an earlier version does not cover the later one.
    await recruiter.client.put(`${path}/read-mark`, { version })
    expect(await seenBy(recruiter)).toEqual([false, false])
  })

  it('is nobody else’s', async () => {
    const { path, requestId } = await aDeliveredRequest()
    const strangers = [await aRecruiter(), await aStudent()]
    const read = await Promise.all(strangers.map(({ client }) => client.get(path)))
    const answered = await strangers[1]?.client.post(`${path}/answers`, {
      answer: 'decline',
      edition: 1,
    })
    const withdrawn = await strangers[0]?.client.post(`${path}/withdrawal`)

    expect([...read, answered, withdrawn].map((answer) => answer?.status)).toEqual([
      404, 404, 404, 404,
    ])
    expect(await stateOf(requestId)).toBe('delivered')
  })
})

describe('a wording', () => {
  it.each([
    ['without pay', { pay: undefined }, 'pay-required'],
    ['for nothing', { pay: { ...aJob.pay, minimum: 0, maximum: 0 } }, 'pay-required'],
    ['with a wide span', { pay: { ...aJob.pay, minimum: 13.1, maximum: 20 } }, 'pay-span-too-wide'],
    ['under the opening', { pay: { ...aJob.pay, minimum: 13 } }, 'pay-under-opening'],
    ['in another currency', { pay: { ...aJob.pay, currency: 'EUR' } }, 'pay-under-opening'],
    ['with other hours', { hoursPerWeek: 25 }, 'differs-from-opening'],
    ['at another place', { place: { ...aJob.place, name: 'Hull' } }, 'differs-from-opening'],
    ['for a badge that is not on the card', { promptedBy: ['resilience'] }, 'invalid-input'],
    ['with two times', { slots: [wall(9, '16:30'), wall(10, '09:00')] }, 'invalid-input'],
    ['with short duties', { duties: 'Work.' }, 'invalid-input'],
    [
      'with six interviewers',
      { interviewers: Array.from({ length: 6 }, () => ({ name: 'A', title: 'B' })) },
      'invalid-input',
    ],
    [
      'with the same time twice',
      { slots: [wall(9, '16:30'), wall(9, '16:30'), wall(10, '09:00')] },
      'slot-repeated',
    ],
    [
      'with a time in an hour',
      { slots: [wall(0, '00:00'), wall(9, '16:30'), wall(10, '09:00')] },
      'slot-out-of-range',
    ],
    [
      'with a time in a quarter',
      { slots: [wall(61, '16:30'), wall(9, '16:30'), wall(10, '09:00')] },
      'slot-out-of-range',
    ],
    [
      'with an odd minute',
      { slots: [wall(9, '16:32'), wall(9, '16:30'), wall(10, '09:00')] },
      'slot-out-of-range',
    ],
    [
      'in a zone that is none',
      { slots: [{ ...wall(9, '16:30'), zone: 'Mars/Base' }, wall(9, '17:30'), wall(10, '09:00')] },
      'slot-zone-unknown',
    ],
    [
      'with a wrong offset',
      { slots: [{ ...wall(9, '16:30'), offset: '+09:00' }, wall(9, '17:30'), wall(10, '09:00')] },
      'slot-offset-wrong',
    ],
  ])('%s is not sent', async (_, change, problem) => {
    const { recruiter, path, requestId } = await theDraft()
    const refused = await recruiter.client.post(`${path}/delivery`, { content: aWording(change) })
    expect(refused, refused.text).toMatchObject({
      status: 422,
      body: { type: `/problems/${problem}` },
    })
    expect(await stateOf(requestId)).toBe('draft')
    expect(await db.$count(requestEditions, eq(requestEditions.requestId, requestId))).toBe(0)
  })

  it('is not sent to somebody who is gone, has blocked the employer or no longer meets the opening', async () => {
    const [gone, blocking, changed] = [await anAsking(), await anAsking(), await anAsking()]
    const ids = [await aDraft(gone), await aDraft(blocking), await aDraft(changed)]
    await gone.student.client.delete('/api/visibility')
    await blocking.student.client.post('/api/blocks', { organizationId: blocking.employer.id })
    const credentials = [{ credentialId: changed.student.credentialIds[0] }]
    await changed.student.client.put('/api/visibility', {
      version: 1,
      fields: { credentials, ...openToWork, startMonth: '2030-01' },
    })

    const refused = await Promise.all(
      [gone, blocking, changed].map(({ recruiter }, n) =>
        recruiter.client.post(`${list}/${ids[n]}/delivery`, { content: aWording() }),
      ),
    )

    expect(refused.map(({ status }) => status)).toEqual([409, 409, 409])
    expect(new Set(refused.map(({ text }) => text)).size).toBe(1)
  })

  let shared:
    | Promise<Awaited<ReturnType<typeof anAsking>> & { path: string; requestId: string }>
    | undefined
  const theDraft = () =>
    (shared ??= anAsking().then(async (asking) => {
      const requestId = await aDraft(asking)
      return { ...asking, requestId, path: `${list}/${requestId}` }
    }))
})

describe('the five minutes', () => {
  it('allow undoing a request without a trace for the student, and keep its text', async () => {
    const { recruiter, student, path, requestId, deliverAt } = await aSentRequest(await anAsking())

    const undone = await recruiter.client.delete(`${path}/delivery`)
    await settle(new Date(deliverAt.getTime() + minute))

    expect(undone.status, undone.text).toBe(204)
    const { body } = await recruiter.client.get(path)
    expect(body.request).toMatchObject({
      state: 'draft',
      edition: 0,
      draft: { title: aJob.title },
      slots: [],
    })
    expect((await student.client.get(list)).body.requests).toEqual([])
    expect(await db.$count(slots, eq(slots.requestId, requestId))).toBe(0)
  })

  it('end on the second', async () => {
    const { recruiter, path, deliverAt } = await aSentRequest(await anAsking())
    const late = await recruiter.client.delete(`${path}/delivery`, { at: deliverAt })
    expect(late).toMatchObject({ status: 409, body: { type: '/problems/interview-request-moved' } })
    const inTime = await recruiter.client.delete(`${path}/delivery`, {
      at: new Date(deliverAt.getTime() - 1_000),
    })
    expect(inTime.status).toBe(204)
  })

  it.each([
    [
      'hidden',
      (asking: Awaited<ReturnType<typeof anAsking>>) =>
        asking.student.client.delete('/api/visibility'),
    ],
    [
      'blocking',
      (asking: Awaited<ReturnType<typeof anAsking>>) =>
        asking.student.client.post('/api/blocks', { organizationId: asking.employer.id }),
    ],
  ])('return it to draft if the student is %s by then', async (_, disappear) => {
    const sent = await aSentRequest(await anAsking())
    await disappear(sent)
    await settle(new Date(sent.deliverAt.getTime() + 1_000))

    const { body } = await sent.recruiter.client.get(sent.path)

    expect(body.request).toMatchObject({ state: 'draft', draft: { title: aJob.title } })
    expect(body.request.events.at(-1)).toMatchObject({
      event: 'undo',
      by: 'timer',
      cause: 'student-unavailable',
    })
    expect(mailbox.findLast(({ to }) => to === sent.recruiter.email)?.subject).toBe(
      'An interview request was not delivered',
    )
    expect(await db.$count(disclosures, eq(disclosures.subjectId, sent.requestId))).toBe(0)
  })
})

describe('somebody who no longer fits', () => {
  it('is shown as such on the card and in the draft, and no draft to them can begin', async () => {
    const asking = await anAsking()
    const { recruiter, student, pseudonym, openingId } = asking
    const card = () => recruiter.client.post(`/api/cards/${pseudonym}/views`, { openingId })
    expect((await card()).body.fits).toBe(true)
    const path = `${list}/${await aDraft(asking)}`
    const available = async () => [
      (await recruiter.client.get(path)).body.request.available,
      (await recruiter.client.get(list)).body.requests[0].available,
    ]
    expect(await available()).toEqual([true, true])

    const { hoursPerWeek: _, ...fields } = (await student.client.get('/api/visibility')).body.fields
    const { version } = (await student.client.get('/api/visibility')).body
    const narrowed = await student.client.put('/api/visibility', { version, fields })
    expect(narrowed.status, narrowed.text).toBe(200)

    expect((await card()).body.fits).toBe(false)
    expect(await available()).toEqual([false, false])
    await recruiter.client.delete(path)
    const again = await recruiter.client.post(list, { pseudonym, openingId })
    expect(again.body.type, again.text).toBe('/problems/student-unavailable')
  })

  it('is not told for the opening of another employer', async () => {
    const { recruiter, pseudonym } = await anAsking()
    const { openingId } = await aHiringEmployer()
    const { body } = await recruiter.client.post(`/api/cards/${pseudonym}/views`, { openingId })
    expect(body.fits).toBe(false)
  })
})

describe('accepting', () => {
  it('shows the name in the list and on the page, while the consent lives', async () => {
    const delivered = await aDeliveredRequest()
    const { recruiter, student, path, requestId } = delivered
    const names = async () => {
      const { requests } = (await recruiter.client.get('/api/interview-requests')).body
      const listed = requests.find(({ id }: { id: string }) => id === requestId)
      return [listed.name, (await recruiter.client.get(path)).body.request.name]
    }
    expect(await names()).toEqual([null, null])
    await accept(delivered, 0, { fields: { name: true, email: true } })
    expect(await names()).toEqual(['Leila Haddad', 'Leila Haddad'])

    const own = (await student.client.get('/api/consents')).body.consents
    const consent = own.find(({ purpose }: { purpose: string }) => purpose === 'interview-identity')
    await student.client.delete(`/api/consents/${consent.id}`)
    expect(await names()).toEqual([null, null])
  })

  it('gives exactly what was ticked, to that employer alone, while the consent lives', async () => {
    const delivered = await aDeliveredRequest()
    const { recruiter, student, path } = delivered
    const before = await recruiter.client.get(path)
    await accept(delivered, 1, { fields: { name: true, telephone: '+44 113 496 0000' } })
    const { disclosureId } = (await recruiter.client.get(path)).body.request
    const colleague = await aRecruiterOf(delivered.employer)
    const elsewhere = await aRecruiter()
    const identity = `/api/disclosures/${disclosureId}`

    const read = await recruiter.client.get(identity)
    expect(before.body.request.disclosureId).toBeNull()
    expect(read.body, read.text).toMatchObject({
      name: 'Leila Haddad',
      telephone: '+44 113 496 0000',
    })
    expect(read.text).not.toContain('@')
    expect((await colleague.client.get(identity)).status).toBe(200)
    expect((await elsewhere.client.get(identity)).status).toBe(404)
    expect((await student.client.get(identity)).status).toBe(403)

    const log = (await student.client.get('/api/disclosures')).body.disclosures
    expect(log).toContainEqual(
      expect.objectContaining({ kind: 'identity', live: true, fields: ['name', 'telephone'] }),
    )
    const own = (await student.client.get('/api/consents')).body.consents
    const consent = own.find(({ purpose }: { purpose: string }) => purpose === 'interview-identity')
    expect(consent).toMatchObject({
      recipient: delivered.employer.name,
      fields: ['name', 'telephone'],
      live: true,
    })

    await student.client.delete(`/api/consents/${consent.id}`)
    expect((await recruiter.client.get(identity)).status).toBe(404)
    const after = (await student.client.get('/api/disclosures')).body.disclosures
    expect(after).toContainEqual(expect.objectContaining({ kind: 'identity', live: false }))
  })

  it.each([
    ['without a name', { fields: { email: true } }, 422],
    ['without a way to be reached', { fields: { name: true } }, 422],
    ['a wording that was not read', { edition: 2 }, 409],
    ['a time that was not offered', { slotId: crypto.randomUUID() }, 404],
    ['under another text', { textHash: 'a'.repeat(64) }, 409],
  ])('%s is refused', async (_, change, status) => {
    const delivered = await theDelivered()
    const refused = await accept(delivered, 0, change)
    expect(refused.status, refused.text).toBe(status)
    expect(await stateOf(delivered.requestId)).toBe('delivered')
    expect(await db.$count(bookings, eq(bookings.requestId, delivered.requestId))).toBe(0)
  })

  it('needs a fresh proof; declining does not', async () => {
    const delivered = await aDeliveredRequest()
    const later = {
      ...delivered,
      student: {
        ...delivered.student,
        client: delivered.student.client.at(new Date(Date.now() + 11 * minute)),
      },
    }

    const accepted = await accept(later)
    const declined = await later.student.client.post(`${later.path}/answers`, {
      answer: 'decline',
      edition: 1,
    })

    expect([accepted.body.type, declined.status]).toEqual(['/problems/fresh-proof-needed', 201])
  })

  it('is possible for fourteen days, to the second', async () => {
    const student = await aVisibleStudent({ provenMinutesAgo: -20 * 24 * 60 })
    const delivered = await aDeliveredRequest(await anAsking(undefined, student), {
      slots: [wall(20, '09:00'), wall(21, '09:00'), wall(22, '09:00')],
    })
    const answerBy = new Date((await student.client.get(delivered.path)).body.request.answerBy)
    const at = (time: Date) => ({
      ...delivered,
      student: { ...student, client: student.client.at(time) },
    })

    const late = await accept(at(answerBy))
    const inTime = await accept(at(new Date(answerBy.getTime() - 1_000)))

    expect([late.status, inTime.status], inTime.text).toEqual([409, 201])
  })

  it('takes no time that is less than two hours away', async () => {
    const student = await aVisibleStudent({ provenMinutesAgo: -10 * 24 * 60 })
    const delivered = await aDeliveredRequest(await anAsking(undefined, student))
    const startsAt = new Date(delivered.slots[0]?.startsAt ?? '')
    const at = (time: Date) => ({
      ...delivered,
      student: { ...student, client: student.client.at(time) },
    })

    const late = await accept(at(new Date(startsAt.getTime() - 119 * minute)))

    expect(late, late.text).toMatchObject({ status: 409, body: { type: '/problems/slot-past' } })
  })

  let shared: ReturnType<typeof aDeliveredRequest> | undefined
  const theDelivered = () => (shared ??= aDeliveredRequest())
})

describe('times', () => {
  it('that overlap with another booking of host or student are not free, and the others stay', async () => {
    const hiring = await aHiringEmployer()
    const first = await aDeliveredRequest(await anAsking(hiring))
    const second = await aDeliveredRequest(await anAsking(hiring), {
      slots: [wall(9, '17:00'), wall(9, '17:10'), wall(14, '18:00')],
    })
    await accept(first, 0)

    const overlapping = await accept(second, 0)
    const read = (await second.student.client.get(second.path)).body.request
    const behind = await accept(second, 1)

    expect(overlapping).toMatchObject({ status: 409, body: { type: '/problems/slot-taken' } })
    expect(read.slots.map(({ free }: { free: boolean }) => free)).toEqual([false, true, true])
    expect(behind.status, behind.text).toBe(201)
  })

  it('of one student at two employers may not overlap either', async () => {
    const student = await aVisibleStudent()
    const one = await aDeliveredRequest(await anAsking(undefined, student))
    const other = await aDeliveredRequest(await anAsking(undefined, student))
    await accept(one, 0)
    expect((await accept(other, 0)).body.type).toBe('/problems/slot-taken')
    expect((await accept(other, 1)).status).toBe(201)
  })
})

describe('the calendar file', () => {
  it('names its recipient and nobody else, and another program reads it', async () => {
    const delivered = await aDeliveredRequest()
    const { recruiter, student, path } = delivered
    const early = await student.client.get(`${path}/calendar.ics`)
    await accept(delivered, 0, { fields: { name: true, telephone: '0113 496 0000' } })
    const [own, theirs] = [
      await student.client.get(`${path}/calendar.ics`),
      await recruiter.client.get(`${path}/calendar.ics`),
    ]

    expect(early.status).toBe(404)
    expect(own.headers.get('content-type')).toBe('text/calendar; charset=utf-8; method=REQUEST')
    expect(own.headers.get('content-disposition')).toContain('attachment')
    const unfolded = (text: string) => text.replaceAll('\r\n ', '')
    expect(unfolded(own.text)).toContain(`mailto:${student.email}`)
    expect(unfolded(theirs.text)).toContain(`mailto:${recruiter.email}`)
    expect(unfolded(theirs.text)).not.toContain(student.email)
    expect(theirs.text).not.toContain('Leila')
    const calendar = new ICAL.Component(ICAL.parse(own.text))
    const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined)
    expect(event.startDate.toJSDate().toISOString()).toBe(delivered.slots[0]?.startsAt)
    expect(event.summary).toBe('Interview: Shift assistant')
  })

  it('opens by a plain link only from our own pages', async () => {
    const delivered = await aDeliveredRequest()
    await accept(delivered)
    const from = (site: string) =>
      delivered.student.client.get(`${delivered.path}/calendar.ics`, {
        headers: { 'sec-fetch-site': site, 'sec-fetch-dest': 'document' },
      })
    expect([(await from('same-origin')).status, (await from('cross-site')).status]).toEqual([
      200, 403,
    ])
  })
})

describe('declining', () => {
  it('needs no reason; a given reason reaches the employer without a name in it', async () => {
    const { recruiter, student, path } = await aDeliveredRequest()
    const declined = await student.client.post(`${path}/answers`, {
      answer: 'decline',
      edition: 1,
      reason: 'Leila Haddad has found work, write to l@post.example.',
    })
    await settle()
    const { text, body } = await recruiter.client.get(path)

    expect(declined.body.state).toBe('declined')
    expect(body.request.events.at(-1)).toMatchObject({
      event: 'decline',
      words: '[hidden] has found work, write to [hidden].',
      at: null,
    })
    expect(text).not.toContain('Leila')
    expect(mailbox.findLast(({ to }) => to === recruiter.email)?.text).toContain('declined')
  })

  it('is final for that opening, and blocks requests for another for a while', async () => {
    const declined = await aDeliveredRequest()
    await declined.student.client.post(`${declined.path}/answers`, {
      answer: 'decline',
      edition: 1,
    })
    const other = await anOpening(declined.recruiter, { title: 'Shift lead' })
    const recruiter = await aRecruiterOf(declined.employer, { provenMinutesAgo: -400 * 24 * 60 })
    const ask = (openingId: string, days: number) =>
      recruiter.client.post(
        list,
        { pseudonym: declined.pseudonym, openingId },
        { at: new Date(Date.now() + days * day) },
      )

    const answers = [
      await ask(declined.openingId, 0),
      await ask(declined.openingId, 170),
      await ask(other, 29),
      await ask(other, 30.1),
    ]

    expect(answers.map(({ status }) => status)).toEqual([409, 409, 409, 201])
    expect(answers[0]?.body.type).toBe('/problems/request-again-later')

    // Shown before anybody fills in a form, in whole days, so that it does not tell when the
    // student answered.
    const { body } = await declined.recruiter.client.get(list)
    const { again } = body.requests.find(({ id }: { id: string }) => id === declined.requestId)
    const from = new Date(again.from).getTime()
    expect(again.otherOpeningOnly).toBe(true)
    expect(from % day).toBe(0)
    expect(from - Date.now()).toBeGreaterThan(29.9 * day)
    expect(from - Date.now()).toBeLessThanOrEqual(31 * day)
  })
})

describe('asking for a change', () => {
  it('lets the employer revise it, in the parts asked for and nothing else', async () => {
    const { recruiter, student, path, requestId } = await aDeliveredRequest()
    const asked = await student.client.post(`${path}/answers`, {
      answer: 'ask-revision',
      edition: 1,
      parts: ['hours', 'pay'],
      note: 'I can do 20.',
    })
    expect(asked.body).toMatchObject({ state: 'revision-requested' })
    const wish = (await recruiter.client.get(path)).body.request
    expect(wish.events.at(-1)).toMatchObject({ parts: ['hours', 'pay'], words: 'I can do 20.' })
    // Both sides see until when the employer can send the request again.
    const days = (Date.parse(wish.answerBy) - Date.now()) / day
    expect([days > 7, days < 9]).toEqual([true, true])
    expect((await student.client.get(path)).body.request.answerBy).toBe(wish.answerBy)
    await settle()
    expect(mailbox.findLast(({ to }) => to === recruiter.email)?.text).toMatch(
      /Send a new version by .+, or the request ends/,
    )

    const place = await recruiter.client.post(`${path}/delivery`, {
      content: aWording({ place: { ...aJob.place, name: 'Hull' } }),
    })
    const sent = await recruiter.client.post(`${path}/delivery`, {
      content: aWording({ hoursPerWeek: 20 }),
    })
    const waiting = (await student.client.get(path)).body.request
    await settle(new Date(new Date(sent.body.deliverAt).getTime() + 1_000))
    const second = (await student.client.get(path)).body.request

    expect(place.body.type).toBe('/problems/differs-from-opening')
    expect(waiting).toMatchObject({
      state: 'revision-requested',
      edition: 1,
      content: { hoursPerWeek: 24 },
    })
    expect(second).toMatchObject({
      state: 'delivered',
      edition: 2,
      content: { hoursPerWeek: 20 },
      revisionsLeft: 1,
    })
    const stale = await student.client.post(`${path}/answers`, { answer: 'decline', edition: 1 })
    expect(stale.body.type).toBe('/problems/interview-request-moved')
    const told = mailbox.filter(
      ({ to, subject }) => to === student.email && subject === 'You have an interview request',
    )
    expect(told).toHaveLength(2)
    expect(await stateOf(requestId)).toBe('delivered')
  })

  it('is possible twice', async () => {
    const { recruiter, student, path } = await aDeliveredRequest()
    const ask = (edition: number) =>
      student.client.post(`${path}/answers`, { answer: 'ask-revision', edition, parts: ['time'] })
    const resend = async () => {
      const sent = await recruiter.client.post(`${path}/delivery`, { content: aWording() })
      await settle(new Date(new Date(sent.body.deliverAt).getTime() + 1_000))
    }
    await ask(1)
    await resend()
    await ask(2)
    await resend()

    expect((await ask(3)).body.type).toBe('/problems/revisions-used-up')
  })

  it('returns to the requested change if the second wording is undone, and its seven days run on', async () => {
    const { recruiter, student, path, requestId } = await aDeliveredRequest()
    await student.client.post(`${path}/answers`, {
      answer: 'ask-revision',
      edition: 1,
      parts: ['time'],
    })
    await recruiter.client.post(`${path}/delivery`, { content: aWording() })
    await recruiter.client.delete(`${path}/delivery`)
    expect(await stateOf(requestId)).toBe('revision-requested')

    const end = endOfDay(new Date(), 7, 'UTC').getTime()
    await settle(new Date(end - minute))
    expect(await stateOf(requestId)).toBe('revision-requested')
    await settle(new Date(end + minute))
    expect(await stateOf(requestId)).toBe('lapsed')
  })
})

describe('the clock', () => {
  it('ends a request that nobody answers after fourteen days, reminds a day before, and tells both', async () => {
    const { student, recruiter, requestId, path } = await aDeliveredRequest()
    const answerBy = new Date((await student.client.get(path)).body.request.answerBy)
    await settle(new Date(answerBy.getTime() - day + 1_000))
    expect(mailbox.findLast(({ to }) => to === student.email)?.subject).toBe(
      'An interview request ends soon',
    )
    // A minute, not a second, because the clock runs on while the drain works through this file's
    // notes.
    await settle(new Date(answerBy.getTime() - minute))
    expect(await stateOf(requestId)).toBe('delivered')
    await settle(answerBy)

    expect(await stateOf(requestId)).toBe('expired')
    for (const { email } of [student, recruiter]) {
      expect(mailbox.findLast(({ to }) => to === email)?.subject).toBe(
        'An interview request has ended: the time is up',
      )
    }
  })

  it('says until when a time can be accepted, if the times end before the time to answer', async () => {
    const slots = [wall(3, '10:00'), wall(4, '10:00'), wall(2, '10:00')]
    const { student, path, slots: offered } = await aDeliveredRequest(undefined, { slots })
    const last =
      offered
        .map(({ startsAt }) => startsAt)
        .toSorted()
        .at(-1) ?? ''
    const acceptBy = new Date(Date.parse(last) - 120 * minute).toISOString()
    const asked = async (at?: Date) => {
      const client = at ? await sessionAt(student, at) : student.client
      const { request } = (await client.get(path)).body
      const [row] = (await client.get(list)).body.requests
      return [request.acceptBy, row.acceptBy]
    }
    expect(await asked()).toEqual([acceptBy, acceptBy])
    const mail = mailbox.findLast(({ to }) => to === student.email)
    expect(mail?.text).toMatch(/To accept one of the times, answer by .* For any other answer/)
    expect(await asked(new Date(Date.parse(acceptBy) + minute))).toEqual([null, null])
  })

  it('of the first wording does not end the second', async () => {
    const { employer, student, path, requestId } = await aDeliveredRequest()
    const fifth = new Date(Date.now() + 5 * day)
    const recruiter = await aRecruiterOf(employer, { provenMinutesAgo: -5 * 24 * 60 })
    const wish = { answer: 'ask-revision', edition: 1, parts: ['time'] }
    await student.client.post(`${path}/answers`, wish, { at: fifth })
    await recruiter.client.post(`${path}/delivery`, { content: aWording() }, { at: fifth })

    await settle(new Date(fifth.getTime() + 6 * minute))
    await settle(new Date(Date.now() + 15 * day))
    expect(await stateOf(requestId)).toBe('delivered')
    // Terms end at the end of a day, so fourteen days can be almost fifteen.
    await settle(new Date(fifth.getTime() + 16 * day))
    expect(await stateOf(requestId)).toBe('expired')
  })

  it('has no effect on requests that have changed since', async () => {
    const { student, path, requestId } = await aDeliveredRequest()
    await student.client.post(`${path}/answers`, {
      answer: 'ask-revision',
      edition: 1,
      parts: ['time'],
    })
    await settle(new Date(Date.now() + 15 * day))
    const events = await db
      .select()
      .from(interviewEvents)
      .where(eq(interviewEvents.requestId, requestId))

    expect(events.map(({ event }) => event)).toEqual([
      'create',
      'send',
      'deliver',
      'ask-revision',
      'lapse',
    ])
    expect(
      mailbox.filter(({ to, subject }) => to === student.email && subject.includes('tomorrow')),
    ).toEqual([])
  })
})

describe('what a student switches off', () => {
  it('ends open requests and keeps accepted ones', async () => {
    const student = await aVisibleStudent()
    const [open, accepted] = [
      await aDeliveredRequest(await anAsking(undefined, student)),
      await aDeliveredRequest(await anAsking(undefined, student)),
    ]
    await accept(accepted, 1)
    await student.client.delete('/api/visibility')
    await settle()

    expect([await stateOf(open.requestId), await stateOf(accepted.requestId)]).toEqual([
      'withdrawn',
      'scheduled',
    ])
    const { body } = await open.recruiter.client.get(open.path)
    expect(body.request.events.at(-1)).toMatchObject({
      event: 'withdraw',
      cause: 'no-longer-available',
    })
  })

  it('declines what a blocked employer has asked, and looks like any other decline', async () => {
    const { recruiter, student, employer, path, requestId } = await aDeliveredRequest()
    await student.client.post('/api/blocks', { organizationId: employer.id })
    await settle()
    const { body, text } = await recruiter.client.get(path)

    expect(await stateOf(requestId)).toBe('declined')
    expect(body.request.events.at(-1)).toMatchObject({ event: 'decline', cause: null })
    expect(text).not.toContain('block')
  })
})

describe('one at a time', () => {
  it('an employer has one live request to a student, drafts included; a draft can be dropped', async () => {
    const asking = await anAsking()
    const colleague = await aRecruiterOf(asking.employer)
    const first = await aDraft(asking)
    const again = await colleague.client.post(list, {
      pseudonym: asking.pseudonym,
      openingId: asking.openingId,
    })
    const dropped = await asking.recruiter.client.delete(`${list}/${first}`)
    const then = await colleague.client.post(list, {
      pseudonym: asking.pseudonym,
      openingId: asking.openingId,
    })

    expect([again.status, dropped.status, then.status]).toEqual([409, 204, 201])
    expect(again.body.type).toBe('/problems/interview-request-live')
  })

  it('drops no request that was sent', async () => {
    const { recruiter, path } = await aSentRequest(await anAsking())
    expect((await recruiter.client.delete(path)).status).toBe(409)
  })

  it('withdraws what was delivered, and the student is told', async () => {
    const { recruiter, student, path } = await aDeliveredRequest()
    const withdrawn = await recruiter.client.post(`${path}/withdrawal`)
    await settle()
    expect(withdrawn.body.state).toBe('withdrawn')
    const mail = mailbox.findLast(({ to }) => to === student.email)
    expect(mail?.subject).toBe('An interview request was cancelled')
    expect(mail?.text).toMatch(/has cancelled the interview request/)
  })
})

describe('before acceptance', () => {
  it('no answer to an employer, and no trail of its admins, holds anything of the student', async () => {
    const delivered = await aDeliveredRequest()
    const { recruiter, student, path } = delivered
    await student.client.post(`${path}/answers`, {
      answer: 'ask-revision',
      edition: 1,
      parts: ['time'],
      note: 'I am Leila.',
    })
    const admin = await anAdmin({ in: delivered.employer })
    const answers = await Promise.all([
      recruiter.client.get(path),
      recruiter.client.get(list),
      recruiter.client.post(`/api/cards/${delivered.pseudonym}/views`),
      admin.client.get('/api/audit-entries'),
    ])
    const credential = student.credentialIds[0] ?? ''
    const told = [
      student.id,
      student.email,
      'Leila',
      'Haddad',
      student.organizationId,
      credential,
      '1998',
    ]

    for (const { text, status } of answers) {
      expect(status).toBeLessThan(300)
      expect(told.filter((word) => text.includes(word))).toEqual([])
    }
    const rows = await db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.organizationId, delivered.employer.id))
    expect(rows.filter(({ actorId }) => actorId === student.id)).toEqual([])
  })

  it('there is no identity without a consent: each disclosure has its own', async () => {
    const delivered = await aDeliveredRequest()
    await accept(delivered)
    const rows = await db
      .select({ kind: disclosures.kind, purpose: consents.purpose })
      .from(disclosures)
      .innerJoin(consents, eq(consents.id, disclosures.consentId))
      .where(eq(disclosures.studentId, delivered.student.id))
    const purposes = new Map(rows.map(({ kind, purpose }) => [kind, purpose]))

    expect(purposes.get('identity')).toBe('interview-identity')
    expect(purposes.get('requested')).toBe('employer-search')
  })
})

async function stateOf(requestId: string) {
  const row = await db
    .select()
    .from(interviewRequests)
    .where(eq(interviewRequests.id, requestId))
    .get()
  return row?.state
}
