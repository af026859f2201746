import { eq } from 'drizzle-orm'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'

import { accounts } from '../../../worker/accounts/tables.ts'
import { exactly } from '../../../worker/foundation/reader/dates.ts'
import { interviewRequests } from '../../../worker/interviews/tables.ts'
import { db } from '../../support/builders.ts'
import {
  aBookedInterview,
  aHeldInterview,
  type Booked,
  bothAt,
  offerTimes,
  pageOf,
  timesOn,
} from '../../support/booking.ts'
import { aRecruiterOf } from '../../support/hiring.ts'
import { anAsking } from '../../support/interviewing.ts'
import { mailbox } from '../../support/mailbox.ts'
import { settle } from '../../support/settle.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const meeting = {
  sequence: 0,
  location: 'https://meet.example.org/early-team',
  contact: { name: 'Ruth Adeyemi', email: 'ruth@work.example', telephone: '+44 113 496 0000' },
}

describe('where it is', () => {
  it('is given by the employer, and the student gets it with a calendar update', async () => {
    const booked = await aBookedInterview()
    const { recruiter, student, path } = booked
    await settle()
    expect(await pageOf(student.client, booked)).toMatchObject({
      booking: { location: null, contact: null, sequence: 0 },
    })

    const said = await recruiter.client.put(`${path}/meeting`, meeting)
    expect(said.status, said.text).toBe(200)
    await settle()

    const { booking } = await pageOf(student.client, booked)
    expect(booking).toMatchObject({ ...meeting, sequence: 1 })
    expect((await student.client.get('/api/interview-requests')).body.requests).toMatchObject([
      { located: true, offeredBy: null, endedBy: null, outcomeDue: null },
    ])
    const mail = lastTo(student.email)
    expect(mail.subject).toMatch(/^Interview details: /)
    expect(mail.text).toContain(meeting.location)
    expect(mail.text).toContain('Ruth Adeyemi, ruth@work.example, +44 113 496 0000')
    expect(calendarOf(mail)).toMatchObject({
      method: 'REQUEST',
      sequence: 1,
      location: meeting.location,
      contact: 'Ruth Adeyemi, ruth@work.example, +44 113 496 0000',
    })
  })

  it.each([
    ['video', 'meet.example.org/early-team', 200],
    ['video', 'meet', 422],
    ['video', 'http://meet.example.org/x', 422],
    ['video', null, 422],
    ['telephone', 'ring me', 422],
    ['telephone', '+44 113 496 0000', 200],
    // The student shared a number.
    ['telephone', null, 200],
    ['in-person', null, 422],
    ['in-person', 'Quay Street 4, ask for Ruth', 200],
  ])('of %s, %s is answered with %d', async (format, location, status) => {
    const { recruiter, path } = await aBookedInterview(undefined, { format })
    const said = await recruiter.client.put(`${path}/meeting`, { ...meeting, location })
    expect(said.status, said.text).toBe(status)
    if (status === 422) return expect(said.body.fields).toEqual(['location'])
    // A link may be typed without its https://.
    const kept = format === 'video' ? `https://${location}` : location
    expect((await recruiter.client.get(path)).body.request.booking.location).toBe(kept)
  })

  it('is not overwritten by a colleague who has not seen it', async () => {
    const booked = await aBookedInterview()
    const { recruiter, student, path } = booked
    expect((await recruiter.client.put(`${path}/meeting`, meeting)).status).toBe(200)
    const colleague = await aColleague(booked)
    const late = { ...meeting, location: 'https://meet.example.org/other' }
    const refused = await colleague.put(`${path}/meeting`, late)
    expect(refused.body).toMatchObject({
      status: 409,
      changed: { by: 'recruiter', name: expect.stringMatching(/./), at: expect.any(String) },
    })
    expect((await pageOf(student.client, booked)).booking.location).toBe(meeting.location)
    const read = await colleague.put(`${path}/meeting`, { ...late, sequence: 1 })
    expect(read.status).toBe(200)
  })

  it('stays as it is once it has begun', async () => {
    const booked = await aBookedInterview()
    const { recruiter } = await bothAt(booked, booked.startsAt)
    const said = await recruiter.put(`${booked.path}/meeting`, meeting)
    expect(said.body.type).toMatch(/interview-started$/)
  })

  it('is asked of the employer the day before, and the calendar file has the place', async () => {
    const booked = await aBookedInterview(undefined, { format: 'in-person' })
    await settle()
    expect(calendarOf(lastTo(booked.student.email)).location).toBe('Kirkstall Road, Leeds')

    await settle(new Date(booked.startsAt.getTime() - day))
    expect(lastTo(booked.recruiter.email).text).toContain(
      'The student does not know yet where the interview will be',
    )
    expect(lastTo(booked.student.email).text).toContain(
      'has not yet said where the interview will be',
    )
    await settle(new Date(booked.startsAt.getTime() - hour))
    expect(lastTo(booked.student.email).subject).toMatch(/^Interview in an hour: /)
  })
})

describe('an interview by telephone on the student’s number', () => {
  it('says to each side who calls whom', async () => {
    const booked = await aBookedInterview(undefined, { format: 'telephone' })
    await booked.recruiter.client.put(`${booked.path}/meeting`, { ...meeting, location: null })
    await settle(new Date(booked.startsAt.getTime() - day))
    expect(lastTo(booked.student.email).text).toContain(
      'They will call you on the number you gave.',
    )
    const toEmployer = lastTo(booked.recruiter.email).text
    expect(toEmployer).toContain('You will call the student on the number they gave.')
    expect(toEmployer).not.toContain('call you')
  })
})

describe('other times', () => {
  it('can be chosen, as the mail says, until two hours before the last of them', async () => {
    const { recruiter, student, path } = await aBookedInterview(undefined, {
      slots: timesOn(9, '10:00', '11:00', '12:00'),
    })
    await settle()
    const slots = timesOn(5, '14:00', '15:00')
    await offerTimes(student.client, { path }, slots)
    await settle()
    const { offer } = await pageOf(recruiter.client, { path })
    const last = new Date(offer.slots.at(-1).startsAt)
    const reader = { language: 'en', region: null, zone: 'UTC', zoneKnown: true } as const
    const until = exactly(reader, new Date(last.getTime() - 2 * hour))
    expect(lastTo(recruiter.email).text).toContain(
      `Until ${until}, you can choose one of the new times`,
    )
  })

  it('are offered by the student and taken by the employer; the old time stays until then', async () => {
    const booked = await aBookedInterview()
    const { recruiter, student, path, startsAt } = booked
    await settle()
    const slots = timesOn(5, '14:00', '15:00')
    const offered = await offerTimes(student.client, booked, slots)
    expect(offered.status, offered.text).toBe(201)
    await settle()
    const asksToMove = lastTo(recruiter.email).text
    expect(asksToMove).toContain('The student wants to move the interview')
    expect(asksToMove).toMatch(/The interview stays on .+ until/)
    expect(asksToMove).toMatch(
      /Until .*, you can choose one of the new times.* or offer other times/,
    )

    for (const { client } of [recruiter, student]) {
      const { requests } = (await client.get('/api/interview-requests')).body
      expect(requests).toMatchObject([
        { state: 'scheduled', offeredBy: 'student', located: false, endsAt: expect.any(String) },
      ])
    }
    const page = await pageOf(recruiter.client, booked)
    expect(page).toMatchObject({
      state: 'scheduled',
      booking: { startsAt: startsAt.toISOString() },
      offer: { by: 'student', slots: [{ free: true }, { free: true }] },
    })
    expect(await pageOf(student.client, booked)).toMatchObject({ movesLeft: 1 })
    const [, second] = page.offer.slots
    const taken = await recruiter.client.post(`${path}/bookings`, { slotId: second.id })
    expect(taken.status, taken.text).toBe(201)
    await settle()

    const moved = await pageOf(student.client, booked)
    expect(moved).toMatchObject({
      state: 'scheduled',
      offer: null,
      booking: { startsAt: second.startsAt, sequence: 1 },
    })
    for (const { email } of [recruiter, student]) {
      const mail = lastTo(email)
      expect(mail.subject).toMatch(/^New interview time: /)
      expect(calendarOf(mail)).toMatchObject({ method: 'REQUEST', sequence: 1 })
      expect(calendarOf(mail).uid).toBe(`booking-${moved.booking.id}@mettle.example`)
    }

    // Nobody is reminded of the old time, and it does not count as held a day after it.
    const before = mailbox.length
    await settle(new Date(startsAt.getTime() + 2 * day))
    expect(mailbox.slice(before).filter(({ text }) => text.includes('took place'))).toEqual([])
    expect((await rowOf(booked)).state).toBe('scheduled')
  })

  it('are in the lists only until two hours before the start, when none can be taken', async () => {
    const booked = await aBookedInterview()
    const { recruiter, startsAt } = booked
    await offerTimes(recruiter.client, booked, timesOn(5, '14:00'))
    const offered = async (at: Date) => {
      const sides = await bothAt(booked, at)
      const lists = await Promise.all(
        [sides.student, sides.recruiter].map((side) => side.get('/api/interview-requests')),
      )
      return lists.map(({ body }) => body.requests[0].offeredBy)
    }
    expect(await offered(new Date(startsAt.getTime() - 3 * hour))).toEqual([
      'recruiter',
      'recruiter',
    ])
    expect(await offered(new Date(startsAt.getTime() - hour))).toEqual([null, null])
    expect(await offered(new Date(startsAt.getTime() + minute))).toEqual([null, null])
  })

  it('are no longer on offer when the last of them is too near, even before the booked one', async () => {
    const booked = await aBookedInterview()
    await offerTimes(booked.student.client, booked, timesOn(1, '14:00'))
    const [time] = (await pageOf(booked.student.client, booked)).offer.slots
    const offered = async (hoursBefore: number) => {
      const { recruiter } = await bothAt(
        booked,
        new Date(Date.parse(time.startsAt) - hoursBefore * hour),
      )
      const { requests } = (await recruiter.get('/api/interview-requests')).body
      const { offer } = await pageOf(recruiter, booked)
      return [requests[0].offeredBy, offer.until]
    }
    const until = new Date(Date.parse(time.startsAt) - 2 * hour).toISOString()
    expect(await offered(3)).toEqual(['student', until])
    expect(await offered(1)).toEqual([null, until])
  })

  it('are for the other side to take, and only while they are on offer', async () => {
    const booked = await aBookedInterview()
    const { recruiter, student, path } = booked
    await offerTimes(student.client, booked, timesOn(5, '14:00'))
    const [own] = (await pageOf(student.client, booked)).offer.slots
    expect((await student.client.post(`${path}/bookings`, { slotId: own.id })).status).toBe(404)

    // The employer offers other times, which replace the student's offer.
    await offerTimes(recruiter.client, booked, timesOn(6, '09:00'))
    const gone = await recruiter.client.post(`${path}/bookings`, { slotId: own.id })
    expect(gone.body).toMatchObject({ status: 409, changed: { by: 'own' } })
    const { offer } = await pageOf(student.client, booked)
    const kept = await student.client.delete(`${path}/offers?version=${offer.version}`)
    expect(kept.status).toBe(204)
    expect(await pageOf(student.client, booked)).toMatchObject({ offer: null })
    const late = await student.client.post(`${path}/bookings`, { slotId: own.id })
    expect(late.body.type).toMatch(/interview-request-moved$/)
  })

  it('that were not seen are neither withdrawn nor replaced: the refusal says who acted first', async () => {
    const booked = await aBookedInterview()
    const { recruiter, student, path } = booked
    await offerTimes(student.client, booked, timesOn(5, '14:00'))
    const before = await pageOf(student.client, booked)
    expect((await offerTimes(recruiter.client, booked, timesOn(6, '09:00'))).status).toBe(201)

    const back = await student.client.delete(`${path}/offers?version=${before.offer.version}`)
    expect(back.body).toMatchObject({
      status: 409,
      type: expect.stringMatching(/interview-request-moved$/),
      changed: { by: 'recruiter', name: null, at: expect.any(String) },
    })
    const again = { version: before.version, slots: timesOn(7, '09:00') }
    expect((await student.client.post(`${path}/offers`, again)).body).toMatchObject({
      changed: { by: 'recruiter', name: null },
    })
    const colleague = await aColleague(booked)
    expect((await colleague.post(`${path}/offers`, again)).body).toMatchObject({
      status: 409,
      changed: { by: 'recruiter', name: expect.stringMatching(/./) },
    })
    expect((await pageOf(student.client, booked)).offer).toMatchObject({ by: 'recruiter' })
  })

  it('can be offered twice by each side, but not in the last two hours', async () => {
    const booked = await aBookedInterview()
    const { student } = booked
    const offer = (time: string) => offerTimes(student.client, booked, timesOn(5, time))
    expect((await offer('14:00')).status).toBe(201)
    expect((await offer('15:00')).status).toBe(201)
    expect((await offer('16:00')).body.type).toMatch(/moves-used-up$/)
    await settle()
    await offerTimes(booked.recruiter.client, booked, timesOn(6, '09:00'))
    await settle()
    expect(lastTo(student.email).text).toContain('You cannot offer other times again')

    const near = await bothAt(booked, new Date(booked.startsAt.getTime() - 2 * hour + minute))
    const late = await offerTimes(near.recruiter, booked, timesOn(9, '10:00'))
    expect(late.body.type).toMatch(/too-late-to-move$/)
  })

  it('do not overlap with other bookings of either side', async () => {
    const booked = await aBookedInterview()
    const other = await aBookedInterview(
      { ...booked, ...(await anotherStudent(booked)) },
      { slots: timesOn(6, '11:00', '12:00', '13:00') },
    )
    const slots = timesOn(6, '11:20')
    await offerTimes(booked.student.client, booked, slots)
    const page = await pageOf(booked.recruiter.client, booked)
    expect(page.offer.slots).toMatchObject([{ free: false }])
    const taken = await booked.recruiter.client.post(`${booked.path}/bookings`, {
      slotId: page.offer.slots[0].id,
    })
    expect(taken.body.type).toMatch(/slot-taken$/)
    expect(await pageOf(other.student.client, other)).toMatchObject({ state: 'scheduled' })
  })
})

describe('cancelling', () => {
  it('by the employer needs a reason, tells both, and does not block asking again', async () => {
    const booked = await aBookedInterview()
    const { recruiter, student, path, pseudonym, openingId } = booked
    await settle()
    expect((await recruiter.client.post(`${path}/cancellation`)).body.type).toMatch(
      /reason-missing$/,
    )
    const reason = 'The early team was merged with the late one.'
    const cancelled = await recruiter.client.post(`${path}/cancellation`, { reason })
    expect(cancelled.status, cancelled.text).toBe(201)
    await settle()

    expect(lastTo(student.email).text).toContain(reason)
    expect(lastTo(recruiter.email).text).toContain('You cancelled the interview')
    for (const { email } of [recruiter, student]) {
      expect(calendarOf(lastTo(email))).toMatchObject({ method: 'CANCEL', sequence: 1 })
      expect(lastTo(email).attachment?.type).toContain('method=CANCEL')
    }
    expect(await pageOf(student.client, booked)).toMatchObject({
      state: 'cancelled',
      endedBy: 'recruiter',
      booking: null,
    })
    const again = await recruiter.client.post('/api/interview-requests', { pseudonym, openingId })
    expect(again.status, again.text).toBe(201)
  })

  it('by the student blocks requests for the same opening', async () => {
    const { recruiter, student, path, pseudonym, openingId } = await aBookedInterview()
    expect((await student.client.post(`${path}/cancellation`)).status).toBe(201)
    const again = await recruiter.client.post('/api/interview-requests', { pseudonym, openingId })
    expect(again.body.type).toMatch(/request-again-later$/)
  })

  it.each(['student', 'recruiter'] as const)(
    'by the %s ends the employer’s right to read who the student is',
    async (side) => {
      const booked = await aBookedInterview()
      const { disclosureId } = await rowOf(booked)
      const identity = () => booked.recruiter.client.get(`/api/disclosures/${disclosureId}`)
      expect((await identity()).status).toBe(200)
      const reason = 'The early team was merged with the late one.'
      await booked[side].client.post(`${booked.path}/cancellation`, { reason })

      expect((await identity()).status).toBe(404)
      const { consents } = (await booked.student.client.get('/api/consents')).body
      expect(consents[0]).toMatchObject({ purpose: 'interview-identity', live: false })
      const { disclosures } = (await booked.student.client.get('/api/disclosures')).body
      const shared = disclosures.find(({ kind }: { kind: string }) => kind === 'identity')
      expect(shared).toMatchObject({ live: false })
      await settle()
      expect(await pageOf(booked.student.client, booked)).toMatchObject({
        state: 'cancelled',
        endedBy: side,
        because: null,
      })
    },
  )

  it('is too late once it has begun', async () => {
    const booked = await aBookedInterview()
    const { student } = await bothAt(booked, booked.startsAt)
    const late = await student.post(`${booked.path}/cancellation`)
    expect(late.body.type).toMatch(/interview-started$/)
    expect((await rowOf(booked)).state).toBe('scheduled')
  })

  it('happens automatically when the consent is withdrawn, and both get the file', async () => {
    const booked = await aBookedInterview()
    await settle()
    const { consents } = (await booked.student.client.get('/api/consents')).body
    const { id } = consents.find(({ purpose }: { purpose: string }) => {
      return purpose === 'interview-identity'
    })
    expect((await booked.student.client.delete(`/api/consents/${id}`)).status).toBe(204)
    await settle()
    expect(await rowOf(booked)).toMatchObject({ state: 'cancelled', endedBy: 'student' })
    for (const { email } of [booked.recruiter, booked.student]) {
      expect(calendarOf(lastTo(email))).toMatchObject({ method: 'CANCEL', sequence: 1 })
    }
  })
})

describe('afterwards', () => {
  it('both are asked; without an answer it counts as held a day later', async () => {
    const booked = await aBookedInterview()
    await settle(booked.endsAt)
    for (const { email } of [booked.recruiter, booked.student]) {
      expect(lastTo(email).subject).toMatch(/^Did the interview for “.*” take place\?$/)
    }
    await settle(new Date(booked.endsAt.getTime() + day - minute))
    expect((await rowOf(booked)).state).toBe('scheduled')
    await settle(new Date(booked.endsAt.getTime() + day))
    expect((await rowOf(booked)).state).toBe('held')
  })

  it('nobody can report it as held before its end, nor as missed before a quarter of an hour', async () => {
    const booked = await aBookedInterview()
    const say = async (at: number, attendance: string) => {
      const { student } = await bothAt(booked, new Date(at))
      return (await student.post(`${booked.path}/attendance`, { attendance })).body
    }
    const [start, end] = [booked.startsAt.getTime(), booked.endsAt.getTime()]
    expect((await say(end - minute, 'took-place')).type).toMatch(/too-early-to-say$/)
    expect((await say(start + 14 * minute, 'other-side-absent')).type).toMatch(/too-early-to-say$/)
    expect((await say(end + day + minute, 'other-side-absent')).type).toMatch(/too-late-to-say$/)
    expect((await say(start + 15 * minute, 'other-side-absent')).state).toBe('no-show')
  })

  it('a person reported absent may dispute it for three days, and then it counts for nobody', async () => {
    const booked = await aBookedInterview()
    const at = new Date(booked.startsAt.getTime() + 20 * minute)
    const { recruiter } = await bothAt(booked, at)
    const missed = await recruiter.post(`${booked.path}/attendance`, {
      attendance: 'other-side-absent',
    })
    expect(missed.status, missed.text).toBe(201)
    await settle(at)
    expect(lastTo(booked.student.email).text).toContain('you did not come')
    expect((await rowOf(booked)).endedBy).toBe('student')
    const own = (await booked.student.client.get('/api/interview-requests')).body.requests[0]
    const left = Date.parse(own.disputeUntil) - at.getTime()
    expect(Math.round(left / minute)).toBe((3 * day) / minute)
    const theirs = (await recruiter.get('/api/interview-requests')).body.requests[0]
    expect(theirs.disputeUntil).toBeNull()
    expect((await recruiter.post(`${booked.path}/dispute`)).status).toBe(409)

    const late = await bothAt(booked, new Date(at.getTime() + 3 * day + minute))
    expect((await late.student.post(`${booked.path}/dispute`)).body.type).toMatch(
      /too-late-to-say$/,
    )
    const inTime = await bothAt(booked, new Date(at.getTime() + 3 * day - minute))
    expect((await inTime.student.post(`${booked.path}/dispute`)).status).toBe(201)
    expect(await rowOf(booked)).toMatchObject({ state: 'no-show', endedBy: null })

    const { pseudonym, openingId } = booked
    const again = await inTime.recruiter.post('/api/interview-requests', { pseudonym, openingId })
    expect(again.status, again.text).toBe(201)
  })

  it('the outcome is asked for two days later, reminded, and told', async () => {
    const booked = await aBookedInterview()
    await db
      .update(accounts)
      .set({ zone: 'America/New_York' })
      .where(eq(accounts.id, booked.recruiter.id))
    const held = await aHeldInterview(booked)
    const { student, recruiter, path, endsAt, pseudonym, openingId } = held
    const { outcomeDue } = await pageOf(held.after.recruiter, held)
    const clock = new Date(outcomeDue).toLocaleTimeString('en-GB', { timeZone: 'America/New_York' })
    expect(clock).toBe('23:59:59')

    // Until then the same person cannot be asked again.
    const again = await held.after.recruiter.post('/api/interview-requests', {
      pseudonym,
      openingId,
    })
    expect(again.body.type).toMatch(/interview-request-live$/)

    const before = mailbox.length
    await settle(new Date(endsAt.getTime() + 2 * day))
    expect(lastTo(recruiter.email).subject).toMatch(/^Send your decision: /)
    expect(lastTo(student.email).subject).toMatch(/^How was your interview for /)
    await settle(new Date(outcomeDue))
    const asked = mailbox.slice(before).filter(({ to, subject }) => {
      return to === recruiter.email && subject.startsWith('Send your decision:')
    })
    expect(asked.length).toBeGreaterThanOrEqual(2)

    const later = await bothAt(held, new Date(outcomeDue))
    const feedback = 'You said what you did not know, and whom you would ask about it.'
    const short = await later.recruiter.post(`${path}/outcomes`, {
      outcome: 'advance',
      feedback: 'Good.',
    })
    expect(short.status).toBe(422)
    const decided = await later.recruiter.post(`${path}/outcomes`, { outcome: 'advance', feedback })
    expect(decided.status, decided.text).toBe(201)
    await settle(new Date(outcomeDue))
    expect(lastTo(student.email).text).toContain(feedback)
    expect(await pageOf(later.student, held)).toMatchObject({
      state: 'closed',
      outcomes: [{ by: 'recruiter', outcome: 'advance', feedback }],
    })

    // For half a year either side may add what changed.
    const spring = await bothAt(held, new Date(Date.parse(outcomeDue) + 179 * day))
    expect((await spring.student.post(`${path}/outcomes`, { outcome: 'hired' })).status).toBe(201)
    expect((await pageOf(spring.recruiter, held)).outcomes).toMatchObject([
      {},
      { by: 'student', outcome: 'hired', feedback: null },
    ])
    const over = await bothAt(held, new Date(Date.parse(outcomeDue) + 181 * day))
    const late = await over.student.post(`${path}/outcomes`, { outcome: 'hired' })
    expect(late.body.type).toMatch(/too-late-to-say$/)
  })

  it('a student keeps a note that nobody else reads', async () => {
    const held = await aHeldInterview()
    const words = 'They asked about the night shift. I would bring the rota next time.'
    expect((await held.after.student.put(`${held.path}/note`, { words })).status).toBe(204)
    expect((await pageOf(held.after.student, held)).note).toBe(words)
    expect((await held.after.recruiter.get(held.path)).text).not.toContain('night shift')
    expect((await held.after.student.put(`${held.path}/note`, { words: '' })).status).toBe(204)
    expect((await pageOf(held.after.student, held)).note).toBeNull()
  })
})

function lastTo(email: string) {
  const mail = mailbox.findLast(({ to }) => to === email)
  if (!mail) throw new Error(`Nothing was mailed to ${email}.`)
  return mail
}

/** The attached file, read by an independent calendar library. */
function calendarOf({ attachment }: { attachment?: { content: string } | undefined }) {
  const calendar = new ICAL.Component(ICAL.parse(attachment?.content ?? ''))
  const event = calendar.getFirstSubcomponent('vevent')
  const valueOf = (name: string) => event?.getFirstPropertyValue(name) ?? undefined
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: valueOf('uid'),
    sequence: valueOf('sequence'),
    location: valueOf('location'),
    contact: valueOf('contact'),
  }
}

async function rowOf({ requestId }: Booked) {
  const isIt = eq(interviewRequests.id, requestId)
  const row = await db.select().from(interviewRequests).where(isIt).get()
  if (!row) throw new Error('There is no such request.')
  return row
}

async function aColleague({ employer }: Booked) {
  return (await aRecruiterOf(employer)).client
}

async function anotherStudent(booked: Booked) {
  return anAsking(booked)
}
