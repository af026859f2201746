import { job } from '../../../test/support/by-doors/employer.ts'
import type { Json } from '../../../test/support/json.ts'
import { check } from '../check.ts'
import type { Person } from '../person.ts'

const dayMs = 86_400_000

/** The student agrees that employers find the badge, with hours and a start that fit the job. */
export async function becomeFound(student: Person, credentialId: string): Promise<void> {
  await student.confirm()
  const { version, consentText } = await student.get('/api/visibility')
  const startMonth = new Date(Date.now() + 40 * dayMs).toISOString().slice(0, 7)
  const hoursPerWeek = { minimum: 16, maximum: 40 }
  await student.post('/api/visibility', {
    version,
    textHash: consentText.hash,
    fields: { credentials: [{ credentialId, criteria: true }], hoursPerWeek, startMonth },
  })
}

/** The cards that a search with the opening shows. None of them may say who it is. */
export async function search(recruiter: Person, openingId: string, student: Person) {
  const criteria = { skills: { match: 'any', of: [{ skill: 'collaboration', minimumLevel: 3 }] } }
  const { searchId } = await recruiter.post('/api/searches', { openingId, criteria })
  const page = await recruiter.post(`/api/searches/${searchId}/pages`)
  showsNobody(page, student)
  return page.cards as { pseudonym: string }[]
}

/** Opens the card and asks for an interview. Returns the request and when it is delivered. */
export async function ask(
  recruiter: Person,
  { openingId, pseudonym, student }: { openingId: string; pseudonym: string; student: Person },
) {
  showsNobody(await recruiter.post(`/api/cards/${pseudonym}/views`, { openingId }), student)
  const { requestId } = await recruiter.post('/api/interview-requests', { pseudonym, openingId })
  const path = `/api/interview-requests/${requestId}`
  const content = {
    ...job,
    format: 'video',
    minutes: 40,
    interviewers: [{ name: 'Ruth Adeyemi', title: 'Runs the early team' }],
    next: 'You hear from us within three working days, with feedback either way.',
    promptedBy: ['collaboration'],
    slots: [3, 4, 5].map((days) => {
      const day = new Date(Date.now() + days * dayMs).toISOString().slice(0, 10)
      return { local: `${day}T10:30`, zone: 'Europe/London' }
    }),
  }
  const { deliverAt } = await recruiter.post(`${path}/delivery`, { content })
  return { path, deliverAt: new Date(deliverAt) }
}

/** The student accepts the first time and shares name and address. */
export async function accept(student: Person, path: string): Promise<void> {
  await student.confirm()
  const { request } = await student.get(path)
  await student.post(`${path}/answers`, {
    answer: 'accept',
    edition: request.edition,
    slotId: request.slots[0].id,
    textHash: request.consentText.hash,
    fields: { name: true, email: true },
  })
}

/** Only now the recruiter reads who it is, and both can put the time into their calendars. */
export async function meet(recruiter: Person, student: Person, path: string): Promise<void> {
  const { request } = await recruiter.get(path)
  const identity = await recruiter.get(`/api/disclosures/${request.disclosureId}`)
  const { name, email } = student
  check(identity.name === name && identity.email === email, JSON.stringify(identity))
  for (const side of [recruiter, student]) {
    const { text } = await side.ask('GET', `${path}/calendar.ics`)
    check(text.startsWith('BEGIN:VCALENDAR'), `The calendar file is: ${text}`)
  }
}

function showsNobody(shown: Json, { name, email }: Person): void {
  const text = JSON.stringify(shown)
  const parts = [...name.split(' '), email]
  check(!parts.some((part) => text.includes(part)), `This shows who it is: ${text}`)
}
