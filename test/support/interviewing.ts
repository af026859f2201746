import { pseudonyms } from '../../worker/talent/tables.ts'
import { db, type Person } from './builders.ts'
import { aHiringEmployer, aJob, aVisibleStudent, type Hiring } from './hiring.ts'
import { settle } from './settle.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** A wall-clock time in Leeds, `days` from now. */
export function wall(
  days: number,
  time: string,
  now = new Date(),
): { local: string; zone: string } {
  return {
    local: `${new Date(now.getTime() + days * day).toISOString().slice(0, 10)}T${time}`,
    zone: 'Europe/London',
  }
}

/** What an employer writes, with three times. */
export function aWording(change: object = {}) {
  const { title, duties, pay, place, remote, hoursPerWeek, startMonth, contract } = aJob
  return {
    title,
    duties,
    pay,
    place,
    remote,
    hoursPerWeek,
    startMonth,
    contract,
    format: 'video',
    minutes: 40,
    interviewers: [{ name: 'Owen Bramley', title: 'Shift lead' }],
    next: 'You hear yes or no within five working days, with feedback either way.',
    promptedBy: ['collaboration'],
    note: 'What you wrote about the board is what our mornings are missing.',
    slots: [wall(9, '16:30'), wall(10, '09:00'), wall(14, '18:00')],
    ...change,
  }
}

export interface Asking extends Hiring {
  student: Person & { credentialIds: string[] }
  pseudonym: string
}

/** An employer and a visible student whom one of its searches has shown. */
export async function anAsking(hiring?: Hiring, student?: Asking['student']): Promise<Asking> {
  const employer = hiring ?? (await aHiringEmployer())
  const asked = student ?? (await aVisibleStudent({ name: 'Leila Haddad' }))
  const preview = await asked.client.get(
    `/api/visibility/preview?organizationId=${employer.employer.id}`,
  )
  const { pseudonym } = preview.body.card
  // Stores the pseudonym as a page of a search does. A real page shows only 25 people, and this
  // student may not be among them.
  const named = { organizationId: employer.employer.id, studentId: asked.id, keyId: '1', pseudonym }
  await db.insert(pseudonyms).values({ ...named, createdAt: new Date() })
  return { ...employer, student: asked, pseudonym }
}

export async function aDraft({ recruiter, pseudonym, openingId }: Asking): Promise<string> {
  const made = await recruiter.client.post('/api/interview-requests', { pseudonym, openingId })
  if (made.status !== 201) throw new Error(`Request: ${made.text}`)
  return made.body.requestId
}

/** A request that was sent and is not delivered yet: for five minutes it can be undone. */
export async function aSentRequest(asking: Asking, change: object = {}) {
  const requestId = await aDraft(asking)
  const path = `/api/interview-requests/${requestId}`
  const sent = await asking.recruiter.client.post(`${path}/delivery`, { content: aWording(change) })
  if (sent.status !== 201) throw new Error(`Delivery: ${sent.text}`)
  return { ...asking, requestId, path, deliverAt: new Date(sent.body.deliverAt) }
}

/** A request that the student has received. */
export async function aDeliveredRequest(asking?: Asking, change: object = {}) {
  const sent = await aSentRequest(asking ?? (await anAsking()), change)
  await settle(new Date(sent.deliverAt.getTime() + 1_000))
  const read = await sent.student.client.get(sent.path)
  const slots = read.body.request.slots as { id: string; startsAt: string }[]
  return { ...sent, slots, textHash: read.body.request.consentText.hash as string }
}

export type Delivered = Awaited<ReturnType<typeof aDeliveredRequest>>

/** The student accepts the n-th time, with name and address. */
export function accept(
  { student, path, slots, textHash }: Pick<Delivered, 'student' | 'path' | 'slots' | 'textHash'>,
  n = 0,
  change: object = {},
) {
  return student.client.post(`${path}/answers`, {
    answer: 'accept',
    edition: 1,
    slotId: slots[n]?.id,
    textHash,
    fields: { name: true, email: true },
    ...change,
  })
}
