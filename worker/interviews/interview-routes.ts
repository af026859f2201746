import { route } from '../accounts/door/door.ts'
import type { Call } from '../foundation/call/call.ts'
import { PageQuery } from '../foundation/text/page.ts'
import { body, query } from '../http/body.ts'
import { createApp } from '../http/factory.ts'
import { markRead } from '../notifications/mark-read.ts'
import { cancelInterview } from './booking/cancel-interview.ts'
import { CancelInput, KeepQuery, OfferInput, TakeInput } from './booking/booking-input.ts'
import { keepTime } from './booking/keep-time.ts'
import { moveBooking } from './booking/move-booking.ts'
import { offerTimes } from './booking/offer-times.ts'
import { setMeeting } from './booking/set-meeting.ts'
import { MeetingInput } from './edition/meeting-input.ts'
import { listMessages } from './message/find-messages.ts'
import { MessageInput } from './message/message-input.ts'
import { findReceived } from './message/find-received.ts'
import { writeMessage } from './message/write-message.ts'
import { disputeAbsence } from './outcome/dispute-absence.ts'
import { keepNote } from './outcome/keep-note.ts'
import { AttendanceInput, InterviewNoteInput, OutcomeInput } from './outcome/outcome-input.ts'
import { recordAttendance } from './outcome/record-attendance.ts'
import { recordOutcome } from './outcome/record-outcome.ts'
import { findParty } from './request/find-party.ts'
import { findOwnRequest } from './request/find-request.ts'

type Param = Record<string, string>
const ofParty = (call: Call, { requestId = '' }: Param) => findParty(call, requestId)
const ofStudent = (call: Call, { requestId = '' }: Param) => findOwnRequest(call, requestId)
const received = (call: Call, { requestId = '', messageId = '' }: Param) =>
  findReceived(call, requestId, messageId)

const recruiter = { who: ['recruiter'], load: ofParty } as const
const student = { who: 'account', load: ofStudent } as const
const party = { who: 'account', load: ofParty } as const

/** An accepted interview: place, other times, cancellation, attendance, outcome, messages. */
export const interviewRoutes = createApp()
  .put('/:requestId/meeting', route(recruiter), body(MeetingInput), async (c) => {
    return c.json(await setMeeting(c.var.call, c.var.resource, c.req.valid('json')))
  })

  .post('/:requestId/offers', route(party), body(OfferInput), async (c) => {
    return c.json(await offerTimes(c.var.call, c.var.resource, c.req.valid('json')), 201)
  })

  .delete('/:requestId/offers', route(party), query(KeepQuery), async (c) => {
    await keepTime(c.var.call, c.var.resource, c.req.valid('query'))
    return c.body(null, 204)
  })

  .post('/:requestId/bookings', route(party), body(TakeInput), async (c) => {
    return c.json(await moveBooking(c.var.call, c.var.resource, c.req.valid('json')), 201)
  })

  .post('/:requestId/cancellation', route(party), body(CancelInput), async (c) => {
    return c.json(await cancelInterview(c.var.call, c.var.resource, c.req.valid('json')), 201)
  })

  .post('/:requestId/attendance', route(party), body(AttendanceInput), async (c) => {
    return c.json(await recordAttendance(c.var.call, c.var.resource, c.req.valid('json')), 201)
  })

  .post('/:requestId/dispute', route(party), async (c) => {
    return c.json(await disputeAbsence(c.var.call, c.var.resource), 201)
  })

  .post('/:requestId/outcomes', route(party), body(OutcomeInput), async (c) => {
    return c.json(await recordOutcome(c.var.call, c.var.resource, c.req.valid('json')), 201)
  })

  .put('/:requestId/note', route(student), body(InterviewNoteInput), async (c) => {
    await keepNote(c.var.call, c.var.resource, c.req.valid('json'))
    return c.body(null, 204)
  })

  .get('/:requestId/messages', route(party), query(PageQuery), async (c) => {
    return c.json(await listMessages(c.var.call, c.var.resource, c.req.valid('query')))
  })

  .put(
    '/:requestId/messages/:messageId/read-mark',
    route({ who: ['recruiter'], load: received, perDay: 500 }),
    async (c) => c.json(await markRead(c.var.call, c.var.resource)),
  )

  .post('/:requestId/messages', route(party), body(MessageInput), async (c) => {
    return c.json(await writeMessage(c.var.call, c.var.resource, c.req.valid('json')), 201)
  })
