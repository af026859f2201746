import { eq } from 'drizzle-orm'

import { emailIndex } from '../../worker/accounts/account/email.ts'
import { accounts } from '../../worker/accounts/tables.ts'
import { approvals, domains } from '../../worker/organizations/tables.ts'
import type { Skill } from '../../worker/skills/skill.ts'
import { anAward } from './awards.ts'
import {
  aProgramme,
  aRecruiter,
  aStudent,
  anAdmin,
  anEmployer,
  db,
  type Organization,
  type Person,
} from './builders.ts'
import { once } from './once.ts'
import { sealEmail } from '../../worker/accounts/account/open-account.ts'
import { sealingCall } from './sealing.ts'

const day = 86_400_000

/** A job as an employer describes it; paid, part time, in Leeds. */
export const aJob = {
  title: 'Shift assistant',
  duties:
    'Run the evening shift together with one other person: tills, deliveries until eight, and closing.',
  pay: { minimum: 13.1, maximum: 13.6, currency: 'GBP', period: 'hour' },
  hoursPerWeek: 24,
  startMonth: '2029-12',
  contract: 'permanent',
  place: { name: 'Kirkstall Road, Leeds', country: 'GB', region: 'GB-LDS' },
  remote: false,
}

export interface Hiring {
  employer: Organization
  recruiter: Person
  openingId: string
}

/** The admin who approves employers and openings. There is one operator. */
export function theOperator(): Promise<Person> {
  return once('operator', async () => {
    return anAdmin({ in: await aProgramme({ operator: true, name: 'Riverside College' }) })
  })
}

/**
 * An employer that may search: approved, with a recruiter at its own domain and an approved
 * opening.
 */
export async function aHiringEmployer(job: object = {}): Promise<Hiring> {
  const employer = await anEmployer()
  await anApproval(employer)
  const recruiter = await aRecruiterOf(employer)
  return { employer, recruiter, openingId: await anOpening(recruiter, job) }
}

export async function anApproval(
  employer: Organization,
  expiresAt = new Date(Date.now() + 365 * day),
) {
  const by = await theOperator()
  await db.insert(approvals).values({
    id: crypto.randomUUID(),
    subjectKind: 'employer',
    subjectId: employer.id,
    decision: 'approved',
    accountId: by.id,
    at: new Date(),
    expiresAt,
  })
}

export const domainOf = (employer: Organization) => `${employer.slug}.example`

/** A recruiter whose address is at the employer's own domain. */
export async function aRecruiterOf(
  employer: Organization,
  options: Parameters<typeof aRecruiter>[0] = {},
) {
  const recruiter = await aRecruiter({ in: employer, ...options })
  const email = `${recruiter.id}@${domainOf(employer)}`
  const index = await emailIndex(sealingCall(), email)
  await db
    .update(accounts)
    .set({ email: await sealEmail(sealingCall(), recruiter.id, email), emailIndex: index })
    .where(eq(accounts.id, recruiter.id))
  const own = { organizationId: employer.id, domain: domainOf(employer), verifiedAt: new Date() }
  await db.insert(domains).values(own).onConflictDoNothing()
  return { ...recruiter, email }
}

export async function anOpening(recruiter: Person, job: object = {}): Promise<string> {
  const described = await recruiter.client.post('/api/openings', { ...aJob, ...job })
  const by = await theOperator()
  const { body } = await by.client.get('/api/approvals')
  const waiting = body.openings.find(
    (each: { openingId: string }) => each.openingId === described.body.openingId,
  )
  await by.client.post('/api/approvals', {
    subjectKind: 'opening-version',
    subjectId: waiting.id,
    decision: 'approved',
  })
  return described.body.openingId
}

/** Fields of a student with which `aJob` finds them. */
export const openToWork = { hoursPerWeek: { minimum: 16, maximum: 30 }, startMonth: '2026-12' }

export const answers = {
  plan: 'I can take this till until seven. The milk is in, the bread is not.\nIs that all right with you?',
}

interface VisibleOptions {
  skills?: Skill[]
  fields?: object
  excerpt?: string
  name?: string
  in?: Organization
  provenMinutesAgo?: number
}

/** A student with signed badges who has switched visibility on. */
export async function aVisibleStudent({
  skills = ['collaboration'],
  fields = {},
  excerpt,
  ...who
}: VisibleOptions = {}) {
  const student = await aStudent(who)
  const credentialIds: string[] = []
  for (const skill of skills) credentialIds.push((await anAward(student, { skill, answers })).id)
  const credentials = credentialIds.map((credentialId) => ({
    credentialId,
    ...(excerpt && { excerpt }),
  }))
  const granted = await switchOn(student, { credentials, ...openToWork, ...fields })
  if (granted.status !== 201) throw new Error(`Visibility: ${granted.text}`)
  return { ...student, credentialIds, consentId: granted.body.consentId as string }
}

/** Agrees to exactly these fields, with the current consent text. */
export async function switchOn(student: Pick<Person, 'client'>, fields: object) {
  const { body } = await student.client.get('/api/visibility')
  const { version, consentText } = body
  return student.client.post('/api/visibility', { version, textHash: consentText.hash, fields })
}

/** The first page of a search with an opening. */
export async function search({ recruiter, openingId }: Hiring, criteria: object = {}) {
  const made = await recruiter.client.post('/api/searches', { openingId, criteria })
  const page = await recruiter.client.post(`/api/searches/${made.body?.searchId}/pages`)
  return { made, page, cards: (page.body?.cards ?? []) as { pseudonym: string }[] }
}

/** The statuses of answers to simultaneous requests, lowest first. */
export function statusesOf(answers: { status: number }[]): number[] {
  return answers.map(({ status }) => status).toSorted((one, other) => one - other)
}
