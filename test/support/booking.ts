import type { Client } from './client.ts'
import { accept, aDeliveredRequest, type Asking, wall } from './interviewing.ts'
import { sessionAt } from './session-at.ts'

/** A request whose first time, two days ahead, was accepted with name, address and number. */
export async function aBookedInterview(asking?: Asking, change: object = {}) {
  const slots = [wall(2, '10:00'), wall(3, '10:00'), wall(4, '10:00')]
  const delivered = await aDeliveredRequest(asking, { slots, ...change })
  const fields = { name: true, email: true, telephone: '+44 7700 900123' }
  const accepted = await accept(delivered, 0, { fields })
  if (accepted.status !== 201) throw new Error(`Acceptance: ${accepted.text}`)
  const { body } = await delivered.student.client.get(delivered.path)
  const { startsAt, endsAt } = body.request.booking
  return { ...delivered, startsAt: new Date(startsAt), endsAt: new Date(endsAt) }
}

export type Booked = Awaited<ReturnType<typeof aBookedInterview>>

/** Signs both sides in at a later time, because a recruiter's session would have ended by then. */
export async function bothAt({ recruiter, student }: Booked, at: Date) {
  return { recruiter: await sessionAt(recruiter, at), student: await sessionAt(student, at) }
}

/** Times on a day, in Leeds. */
export const timesOn = (days: number, ...times: string[]) => times.map((time) => wall(days, time))

/** Offers other times, with the version on the page. */
export async function offerTimes(client: Client, { path }: Pick<Booked, 'path'>, slots: object[]) {
  const { version } = await pageOf(client, { path })
  return client.post(`${path}/offers`, { version, slots })
}

export async function pageOf(client: Client, { path }: Pick<Booked, 'path'>) {
  return (await client.get(path)).body.request
}

/** An interview that was held; both clients' clocks are a minute after its end. */
export async function aHeldInterview(booked?: Booked) {
  const interview = booked ?? (await aBookedInterview())
  const after = await bothAt(interview, new Date(interview.endsAt.getTime() + 60_000))
  const said = await after.recruiter.post(`${interview.path}/attendance`, {
    attendance: 'took-place',
  })
  if (said.status !== 201) throw new Error(`Attendance: ${said.text}`)
  return { ...interview, after }
}
