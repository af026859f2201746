import type { Doors } from './doors.ts'

export const jobTitle = 'Shift coordinator, early team'

/** An employer applies, the operator approves it, and the person who applied acts as its recruiter. */
export async function applyByDoors(recruiter: Doors, operator: Doors): Promise<void> {
  const { organizationId, membershipId } = await recruiter.post('/api/organization', {
    name: 'Harbourline',
    legalName: 'Harbourline Ferries Ltd',
    site: 'https://harbourline.example',
    country: 'GB',
    contact: 'Ruth Adeyemi',
  })
  await approve(operator, { subjectKind: 'employer', subjectId: organizationId, version: 1 })
  await recruiter.put('/api/session/membership', { membershipId })
}

export const job = {
  title: jobTitle,
  duties:
    'You hand the morning over to the day: who is on which boat, what is late, what the skipper must know. You talk to nine people before eight and write down what they say.',
  pay: { minimum: 13.1, maximum: 13.6, currency: 'GBP', period: 'hour' },
  hoursPerWeek: 30,
  startMonth: '2029-12',
  contract: 'permanent',
  place: { name: 'Quay Street, Leeds', country: 'GB' },
  remote: false,
}

/** An opening of the employer, approved. Returns its id. */
export async function openJob(recruiter: Doors, operator: Doors, title: string): Promise<string> {
  const { openingId } = await recruiter.post('/api/openings', { ...job, title })
  const { openings } = await operator.get('/api/approvals')
  await approve(operator, { subjectKind: 'opening-version', subjectId: openings[0].id })
  return openingId
}

function approve(operator: Doors, subject: object) {
  return operator.post('/api/approvals', { ...subject, decision: 'approved' })
}
