import { env } from 'cloudflare:workers'

import { systemCall } from '../../../worker/foundation/call/system-call.ts'
import { deliverRequest } from '../../../worker/interviews/request/deliver-request.ts'
import { aNote } from '../awards.ts'
import { aWording, wall } from '../interviewing.ts'
import type { Answer } from '../client.ts'
import type { Ask, Traffic } from './ask.ts'
import { aPseudonym } from './talent.ts'
import { sql } from './rows.ts'
import type { World } from './world.ts'

const list = '/api/interview-requests'

export const interviewTraffic: Traffic = {
  'GET /api/interview-requests': () => ({ as: 'student', path: list }),
  'POST /api/interview-requests': async (world) => {
    const pseudonym = await unasked(world)
    return recruiter(list, { pseudonym, openingId: world.openingId })
  },
  'GET /api/interview-requests/:requestId': async (world) => ({
    as: 'student',
    path: (await delivered(world)).path,
  }),
  'DELETE /api/interview-requests/:requestId': async (world) => recruiter(await drafted(world)),
  'POST /api/interview-requests/:requestId/delivery': async (world) =>
    recruiter(`${await drafted(world)}/delivery`, { content: aWording() }),
  'DELETE /api/interview-requests/:requestId/delivery': async (world) =>
    recruiter(`${(await queued(world)).path}/delivery`),
  'PUT /api/interview-requests/:requestId/read-mark': async (world) =>
    recruiter(`${(await delivered(world)).path}/read-mark`, { version: 1 }),
  'POST /api/interview-requests/:requestId/withdrawal': async (world) =>
    recruiter(`${(await delivered(world)).path}/withdrawal`),
  'POST /api/interview-requests/:requestId/answers': async (world) => {
    const { path, acceptance } = await delivered(world)
    return { as: 'student', path: `${path}/answers`, body: acceptance }
  },
  'PUT /api/interview-requests/:requestId/meeting': async (world) =>
    recruiter(`${(await accepted(world)).path}/meeting`, meeting),
  'POST /api/interview-requests/:requestId/offers': async (world) =>
    recruiter(`${(await accepted(world)).path}/offers`, otherTimes),
  'DELETE /api/interview-requests/:requestId/offers': async (world) => {
    const { path, version } = await offered(world)
    return recruiter(`${path}/offers?version=${version}`)
  },
  'POST /api/interview-requests/:requestId/bookings': async (world) => {
    const { path, slotId } = await offered(world)
    return { as: 'student', path: `${path}/bookings`, body: { slotId } }
  },
  'POST /api/interview-requests/:requestId/cancellation': async (world) =>
    recruiter(`${(await accepted(world)).path}/cancellation`, { reason: 'The shift is gone.' }),
  'POST /api/interview-requests/:requestId/attendance': async (world) =>
    recruiter(`${(await over(world)).path}/attendance`, { attendance: 'took-place' }),
  'POST /api/interview-requests/:requestId/dispute': async (world) => {
    const { path } = await over(world)
    const absent = { attendance: 'other-side-absent' }
    done(await world.people.recruiter.client.post(`${path}/attendance`, absent))
    return { as: 'student', path: `${path}/dispute` }
  },
  'POST /api/interview-requests/:requestId/outcomes': async (world) => {
    const { path } = await over(world)
    const held = { attendance: 'took-place' }
    done(await world.people.recruiter.client.post(`${path}/attendance`, held))
    return recruiter(`${path}/outcomes`, {
      outcome: 'advance',
      feedback: 'You said what you did not know, and whom you would ask.',
    })
  },
  'PUT /api/interview-requests/:requestId/note': async (world) => ({
    as: 'student',
    path: `${(await accepted(world)).path}/note`,
    body: { words: 'They asked about the rota.' },
  }),
  'GET /api/interview-requests/:requestId/messages': async (world) => ({
    as: 'student',
    path: `${(await accepted(world)).path}/messages`,
  }),
  'POST /api/interview-requests/:requestId/messages': async (world) =>
    recruiter(`${(await accepted(world)).path}/messages`, { words: 'Come to the side door.' }),
  'PUT /api/interview-requests/:requestId/messages/:messageId/read-mark': async (world) => {
    const { path } = await accepted(world)
    const words = 'Which door is it?'
    const wrote = await world.people.student.client.post(`${path}/messages`, { words })
    done(wrote)
    return recruiter(`${path}/messages/${wrote.body.messageId}/read-mark`)
  },
  'GET /api/interview-requests/:requestId/calendar.ics': async (world) => ({
    as: 'student',
    path: `${(await accepted(world)).path}/calendar.ics`,
  }),
  'GET /api/disclosures/:disclosureId': async (world) =>
    recruiter(`/api/disclosures/${(await accepted(world)).disclosureId}`),
}

function recruiter(path: string, body?: object): Ask {
  return { as: 'recruiter', path, ...(body && { body }) }
}

const parts = [
  'bookings',
  'slots',
  'request_editions',
  'interview_events',
  'outcomes',
  'interview_notes',
  'request_messages',
]

/** The student's pseudonym, after all requests of the employer to the student were deleted. */
async function unasked(world: World): Promise<string> {
  const pseudonym = await aPseudonym(world)
  const these = 'SELECT id FROM interview_requests WHERE organization_id = ?1 AND student_id = ?2'
  const pair = [world.employer.id, world.people.student.id] as const
  for (const table of parts)
    await sql(`DELETE FROM ${table} WHERE request_id IN (${these})`, ...pair)
  await sql(
    'DELETE FROM interview_requests WHERE organization_id = ?1 AND student_id = ?2',
    ...pair,
  )
  return pseudonym
}

async function drafted(world: World): Promise<string> {
  const pseudonym = await unasked(world)
  const { client } = world.people.recruiter
  const made = await client.post(list, { pseudonym, openingId: world.openingId })
  return `${list}/${done(made).requestId}`
}

async function queued(world: World) {
  const path = await drafted(world)
  const { client } = world.people.recruiter
  const sent = done(await client.post(`${path}/delivery`, { content: aWording() }))
  return { path, requestId: String(sent.requestId), version: Number(sent.version) }
}

/** A delivered request, with the body by which the student can accept its first time. */
async function delivered(world: World) {
  const { path, requestId, version } = await queued(world)
  const note = { ...aNote('interview.delivery', requestId), payload: { version } }
  await deliverRequest(systemCall(env, note.id), note)
  const { request } = done(await world.people.student.client.get(path))
  const acceptance = {
    answer: 'accept',
    edition: 1,
    slotId: request.slots[0].id as string,
    textHash: request.consentText.hash as string,
    fields: { name: true, email: true, telephone: '+44 20 7946 0000' },
  }
  return { path, acceptance }
}

async function accepted(world: World) {
  const { path, acceptance } = await delivered(world)
  done(await world.people.student.client.post(`${path}/answers`, acceptance))
  const { request } = done(await world.people.recruiter.client.get(path))
  return { path, disclosureId: String(request.disclosureId) }
}

const meeting = {
  sequence: 0,
  location: 'https://meet.example.org/early-team',
  contact: { name: 'Ruth Adeyemi', email: 'ruth@work.example' },
}
// An accepted request has four events: started, sent, delivered, accepted.
const otherTimes = { version: 4, slots: [wall(12, '10:00'), wall(12, '11:00')] }

/** A booked interview for which the employer has offered other times. */
async function offered(world: World) {
  const { path } = await accepted(world)
  done(await world.people.recruiter.client.post(`${path}/offers`, otherTimes))
  const { request } = done(await world.people.student.client.get(path))
  const { version, slots } = request.offer
  return { path, version: String(version), slotId: String(slots[0].id) }
}

/** An accepted interview that ended an hour ago. */
async function over(world: World) {
  const { path } = await accepted(world)
  const requestId = path.slice(list.length + 1)
  const back = `${Date.now() - 3_600_000} - ends_at`
  await sql(
    `UPDATE bookings SET starts_at = starts_at + ${back}, ends_at = ends_at + ${back} WHERE request_id = ?1`,
    requestId,
  )
  return { path }
}

function done({ status, text, body }: Answer) {
  if (status >= 300) throw new Error(text)
  return body
}
