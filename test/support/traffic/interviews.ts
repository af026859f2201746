import { env } from 'cloudflare:workers'

import { systemCall } from '../../../worker/foundation/call/system-call.ts'
import { deliverRequest } from '../../../worker/interviews/request/deliver-request.ts'
import { aNote } from '../awards.ts'
import { aWording } from '../interviewing.ts'
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
  'POST /api/interview-requests/:requestId/withdrawal': async (world) =>
    recruiter(`${(await delivered(world)).path}/withdrawal`),
  'POST /api/interview-requests/:requestId/answers': async (world) => {
    const { path, acceptance } = await delivered(world)
    return { as: 'student', path: `${path}/answers`, body: acceptance }
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

/** The employer has never asked the student for anything. */
async function unasked(world: World): Promise<string> {
  const pseudonym = await aPseudonym(world)
  const these = 'SELECT id FROM interview_requests WHERE organization_id = ?1 AND student_id = ?2'
  const pair = [world.employer.id, world.people.student.id] as const
  for (const table of ['bookings', 'slots', 'request_editions', 'interview_events'])
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

/** With the student, who can accept its first time. */
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

function done({ status, text, body }: Answer) {
  if (status >= 300) throw new Error(text)
  return body
}
