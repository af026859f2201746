import { sql } from 'drizzle-orm'
import * as v from 'valibot'

import type { Client } from './client.ts'
import { monthAfter } from './employer.ts'
import { badgeOf } from './badge.ts'
import { slotsOf } from './slots.ts'
import type { Stage } from './stage.ts'
import type { Demo, DemoRequest } from './texts.ts'
import type { Scene } from './scene.ts'

const Searched = v.object({ searchId: v.string() })
const Created = v.object({ requestId: v.string() })
const RequestPage = v.object({
  request: v.object({
    edition: v.number(),
    slots: v.array(v.object({ id: v.string() })),
    consentText: v.object({ hash: v.string() }),
  }),
})

/** The scenes of an interview request: it is sent, and accepted if the texts say so. */
export function requestScenes(stage: Stage, demo: Demo, request: DemoRequest): Scene[] {
  const { id, student, by, sentDaysAgo, acceptedDaysAgo, acceptSlot } = request
  const asking: Scene = {
    daysAgo: sentDaysAgo,
    what: `${by} asks ${student} for an interview`,
    play: async () => {
      const recruiter = await stage.as(by)
      const openingId = stage.openingIds.get(request.opening) ?? ''
      const pseudonym = await find(stage, recruiter, openingId, student)
      const asked = { pseudonym, openingId }
      const { requestId } = await recruiter.ask(Created, 'POST', '/api/interview-requests', asked)
      stage.requestIds.set(id, requestId)
      const content = await contentOf(stage, demo, request)
      await recruiter.post(`/api/interview-requests/${requestId}/delivery`, { content })
      stage.wait(6)
      await stage.settle()
    },
  }
  if (acceptedDaysAgo === undefined) return [asking]
  const accepting: Scene = {
    daysAgo: acceptedDaysAgo,
    what: `${student} accepts`,
    play: async () => {
      const browser = await stage.as(student)
      const path = `/api/interview-requests/${stage.requestIds.get(id)}`
      const { request: page } = await browser.ask(RequestPage, 'GET', path)
      const { edition, slots, consentText } = page
      const slotId = slots[acceptSlot - 1]?.id
      const fields = { name: true, email: true }
      const accept = { answer: 'accept', edition, slotId, textHash: consentText.hash, fields }
      await browser.post(`${path}/answers`, accept)
    },
  }
  return [asking, accepting, ...afterScenes(stage, request)]
}

/** What follows an acceptance: the employer gives the place, and the student writes. */
function afterScenes(stage: Stage, request: DemoRequest): Scene[] {
  const { id, student, by, meeting, locatedDaysAgo, message, writtenDaysAgo } = request
  const path = () => `/api/interview-requests/${stage.requestIds.get(id)}`
  const scenes: Scene[] = []
  if (meeting && locatedDaysAgo !== undefined) {
    scenes.push({
      daysAgo: locatedDaysAgo,
      what: `${by} says where the interview is`,
      play: async () => (await stage.as(by)).put(`${path()}/meeting`, { ...meeting, sequence: 0 }),
    })
  }
  if (message !== undefined && writtenDaysAgo !== undefined) {
    scenes.push({
      daysAgo: writtenDaysAgo,
      what: `${student} writes to the employer`,
      play: async () => (await stage.as(student)).post(`${path()}/messages`, { words: message }),
    })
  }
  return scenes
}

/** Searches, loads a page and opens the card, as a recruiter does before a request. */
async function find(stage: Stage, recruiter: Client, openingId: string, student: string) {
  const search = { openingId, criteria: { mentorReviewed: true } }
  const { searchId } = await recruiter.ask(Searched, 'POST', '/api/searches', search)
  await recruiter.post(`/api/searches/${searchId}/pages`)
  // No page shows who a pseudonym is, so the seed reads the table.
  const [row] = await stage.call.db.all<{ pseudonym: string }>(
    sql`SELECT pseudonym FROM pseudonyms WHERE student_id = ${stage.person(student).accountId}`,
  )
  if (!row) throw new Error(`${student} was not found.`)
  await recruiter.post(`/api/cards/${row.pseudonym}/views`)
  return row.pseudonym
}

async function contentOf(stage: Stage, demo: Demo, request: DemoRequest) {
  const opening = demo.hiring.openings.find(({ id }) => id === request.opening)
  if (!opening) throw new Error(`There is no opening ${request.opening}.`)
  const { title, duties, pay, place, remote, hoursPerWeek, contract, startInMonths } = opening
  const { format, minutes, interviewers, next, note } = request
  const { skill } = await badgeOf(await stage.as(request.student))
  return {
    title,
    duties,
    pay,
    place,
    remote,
    hoursPerWeek,
    contract,
    format,
    minutes,
    interviewers,
    next,
    note,
    startMonth: monthAfter(stage.seededAt, startInMonths),
    promptedBy: [skill],
    slots: slotsOf(request.slots, stage.seededAt),
  }
}
