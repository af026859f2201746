import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'

import {
  organizationChanges,
  domains,
  organizations,
} from '../../../worker/organizations/tables.ts'
import {
  aMentor,
  anAdmin,
  anEmployer,
  db,
  type Organization,
  type Person,
} from '../../support/builders.ts'
import { statusesOf, theOperator } from '../../support/hiring.ts'
import { aDeliveredRequest } from '../../support/interviewing.ts'
import { mailbox } from '../../support/mailbox.ts'
import { settle } from '../../support/settle.ts'

const path = '/api/organization'
const rowOf = (id: string) => db.select().from(organizations).where(eq(organizations.id, id)).get()

async function decide(organizationId: string, decision: 'approved' | 'declined') {
  const operator = await theOperator()
  const { body } = await operator.client.get('/api/approvals')
  const row = await rowOf(organizationId)
  const waiting = body.changes.find(
    ({ before }: { before: { name: string } }) => before.name === row?.name,
  )
  const asked = { subjectKind: 'employer-change', subjectId: waiting?.id ?? crypto.randomUUID() }
  const answer = await operator.client.post('/api/approvals', {
    ...asked,
    decision,
    reason: 'Not the name it trades under.',
  })
  return { waiting, answer }
}

interface Read {
  employer: Organization
  version: number
}

function decideEmployer(
  operator: Person,
  { employer, version }: Read,
  decision: string,
  reason = 'Read.',
) {
  const subject = { subjectKind: 'employer', subjectId: employer.id, version }
  return operator.client.post('/api/approvals', { ...subject, decision, reason })
}

/** The version of an employer's details that the operator's page shows now. */
async function versionRead(operator: Person, employer: Organization): Promise<number> {
  const { employers } = (await operator.client.get('/api/approvals')).body
  return employers.find(({ id }: { id: string }) => id === employer.id).version
}

const change = (admin: Person, more: object) => admin.client.put(path, { aliases: [], ...more })

describe('an approved employer', () => {
  it('keeps the name it was approved under in a request, its mails and its consent text', async () => {
    const d = await aDeliveredRequest()
    const { organizationId } = d.recruiter
    const approved = (await rowOf(organizationId))?.name ?? ''
    const admin = await anAdmin({ in: { id: organizationId } })

    const asked = await change(admin, { name: 'National Health Service' })
    const seen = await d.student.client.get(`/api/interview-requests/${d.requestId}`)
    await d.recruiter.client.post(`/api/interview-requests/${d.requestId}/withdrawal`)
    await settle()

    expect(asked.body).toEqual({ id: organizationId, waits: true })
    expect(seen.text).not.toContain('National Health Service')
    expect(seen.body.request.employer.name).toBe(approved)
    expect(seen.body.request.consentText.text).toContain(approved)
    const mails = mailbox.filter(({ to }) => to === d.student.email)
    expect(mails.length).toBeGreaterThan(0)
    expect(JSON.stringify(mails)).not.toContain('National Health Service')
  })

  it.each([
    ['legal name', { legalName: 'Another Trust' }],
    ['site', { site: 'https://another.example' }],
    ['country', { country: 'IE' }],
  ])('keeps its %s until the operator approved another', async (_, more) => {
    const employer = await anEmployer()
    const admin = await anAdmin({ in: employer })
    const before = await rowOf(employer.id)

    await change(admin, { name: employer.name, ...more })

    expect(await rowOf(employer.id)).toEqual(before)
    const { waiting } = await decide(employer.id, 'approved')
    expect(waiting).toMatchObject({ before: { name: employer.name }, after: more })
    expect(await rowOf(employer.id)).toMatchObject(more)
  })

  it('sees what waits, and what was declined and why; the operator sees old beside new and is told', async () => {
    const operator = await theOperator()
    const employer = await anEmployer({ name: 'Whitby Rope' })
    const admin = await anAdmin({ in: employer })
    await change(admin, { name: 'Whitby Rope and Sail', legalName: 'WRS Ltd' })
    await settle()
    const waits = (await admin.client.get(path)).body

    const { waiting, answer } = await decide(employer.id, 'declined')
    await settle()

    expect(waits).toMatchObject({
      name: 'Whitby Rope',
      change: { name: 'Whitby Rope and Sail', legalName: 'WRS Ltd', state: 'waiting' },
    })
    expect(waiting).toMatchObject({
      before: { name: 'Whitby Rope', legalName: 'Whitby Rope' },
      after: { name: 'Whitby Rope and Sail', legalName: 'WRS Ltd' },
    })
    expect(answer.status).toBe(201)
    const after = (await admin.client.get(path)).body
    expect(after.change).toMatchObject({
      state: 'declined',
      reason: 'Not the name it trades under.',
    })
    expect(after.name).toBe('Whitby Rope')
    // A new change does not hide why the one before was declined.
    await change(admin, { name: 'Whitby Rope Works' })
    expect((await admin.client.get(path)).body).toMatchObject({
      change: { name: 'Whitby Rope Works', state: 'waiting' },
      declinedBefore: 'Not the name it trades under.',
    })
    const subjectsTo = (email: string) =>
      mailbox.filter(({ to }) => to === email).map(({ subject }) => subject)
    expect(subjectsTo(operator.email)).toContain("An employer's new details need your approval")
    expect(subjectsTo(admin.email)).toContain('Your new details were not approved')
  })

  it('has one waiting change: a newer one replaces it, and asking for the present values withdraws it', async () => {
    const employer = await anEmployer()
    const admin = await anAdmin({ in: employer })
    await change(admin, { name: 'First' })
    await change(admin, { name: 'Second' })
    const { body } = await admin.client.get(path)
    expect(body.change.name).toBe('Second')

    await change(admin, { name: employer.name })
    expect((await admin.client.get(path)).body.change).toBeNull()
    const rows = await db
      .select()
      .from(organizationChanges)
      .where(eq(organizationChanges.organizationId, employer.id))
    expect(rows.map(({ state }) => state)).toEqual(['replaced', 'replaced'])

    // An operator who still reads one of them has not been overtaken by a colleague.
    const operator = await theOperator()
    const decided = await operator.client.post('/api/approvals', {
      subjectKind: 'employer-change',
      subjectId: rows[0]?.id,
      decision: 'approved',
    })
    expect(decided).toMatchObject({ status: 409, body: { type: '/problems/asked-otherwise' } })
  })

  it('has a change decided once', async () => {
    const employer = await anEmployer()
    await change(await anAdmin({ in: employer }), { name: 'Decided once' })
    const answers = await Promise.all([1, 2].map(() => decide(employer.id, 'approved')))
    const statuses = statusesOf(answers.map(({ answer }) => answer))
    expect(statuses[0]).toBe(201)
    expect(statuses[1]).toBeGreaterThanOrEqual(404)
  })

  it('changes its contact at once, because nobody outside sees it', async () => {
    const employer = await anEmployer()
    const admin = await anAdmin({ in: employer })
    const saved = await change(admin, { name: employer.name, contact: 'Ada, people office' })
    expect(saved.body.waits).toBe(false)
    expect((await admin.client.get(path)).body.contact).toBe('Ada, people office')
    // An operator who renews the approval at this moment has not read it.
    expect(await rowOf(employer.id)).toMatchObject({ version: 2 })
  })

  it('after approval adds the domain of an address its admin proved, and no other', async () => {
    const employer = await anEmployer()
    const admin = await anAdmin({ in: employer })
    const domainsOf = () => db.select().from(domains).where(eq(domains.organizationId, employer.id))
    const other = await change(admin, { name: employer.name, domain: 'nhs.example' })
    expect(other).toMatchObject({ status: 422, body: { fields: ['domain'] } })

    const asked = await change(admin, { name: employer.name, domain: 'people.example' })
    expect(asked.body.waits).toBe(true)
    expect(await domainsOf()).toEqual([])
    await decide(employer.id, 'approved')
    expect(await domainsOf()).toMatchObject([{ domain: 'people.example' }])
  })
})

describe('an employer that is not approved', () => {
  it('changes its application at once, while it waits', async () => {
    const employer = await anEmployer({ state: 'waiting' })
    const admin = await anAdmin({ in: employer })
    const saved = await change(admin, { name: 'Typed better', site: 'https://better.example' })
    expect(saved.body.waits).toBe(false)
    expect(await rowOf(employer.id)).toMatchObject({ name: 'Typed better', state: 'waiting' })
  })

  it('waits again once it has corrected its application, and can be approved', async () => {
    const employer = await anEmployer({ state: 'waiting' })
    const admin = await anAdmin({ in: employer })
    const operator = await theOperator()
    const decideOn = (version: number, decision: string) =>
      decideEmployer(operator, { employer, version }, decision, 'Whose site is that?')
    await decideOn(1, 'declined')
    expect((await admin.client.get(path)).body.declinedBecause).toBe('Whose site is that?')

    await change(admin, { name: employer.name, site: 'https://mended.example' })

    expect(await rowOf(employer.id)).toMatchObject({ state: 'waiting' })
    const unread = await decideOn(1, 'approved')
    expect(unread).toMatchObject({ status: 409, body: { type: '/problems/asked-otherwise' } })
    expect(await rowOf(employer.id)).toMatchObject({ state: 'waiting' })
    expect((await decideOn(await versionRead(operator, employer), 'approved')).status).toBe(201)
  })

  it.each([
    ['name', { name: 'Another name' }],
    ['legal name', { legalName: 'Another Ltd' }],
    ['site', { site: 'https://another.example' }],
    ['country', { country: 'IE' }],
    ['contact', { contact: 'Somebody else' }],
    ['domain', { domain: 'people.example' }],
  ])('is not decided on by somebody who read another %s', async (_, more) => {
    const employer = await anEmployer({ state: 'waiting' })
    const admin = await anAdmin({ in: employer })
    const operator = await theOperator()
    const version = await versionRead(operator, employer)
    expect((await change(admin, { name: employer.name, ...more })).status).toBe(200)

    for (const decision of ['approved', 'declined']) {
      const unread = await decideEmployer(operator, { employer, version }, decision)
      expect(unread).toMatchObject({ status: 409, body: { type: '/problems/asked-otherwise' } })
    }
    const read = { employer, version: await versionRead(operator, employer) }
    expect((await decideEmployer(operator, read, 'approved')).status).toBe(201)
  })

  it('is decided on if it saved the same details again', async () => {
    const employer = await anEmployer({ state: 'waiting' })
    const operator = await theOperator()
    const version = await versionRead(operator, employer)
    await change(await anAdmin({ in: employer }), { name: employer.name, aliases: ['Theirs'] })
    const decided = await decideEmployer(operator, { employer, version }, 'approved')
    expect(decided.status, decided.text).toBe(201)
  })

  it('either is approved as it was read, or changes and is not approved', async () => {
    const employer = await anEmployer({ state: 'waiting' })
    const admin = await anAdmin({ in: employer })
    const operator = await theOperator()
    const read = { employer, version: await versionRead(operator, employer) }
    await Promise.all([
      decideEmployer(operator, read, 'approved'),
      change(admin, { name: 'Not what was read' }),
    ])
    const row = await rowOf(employer.id)
    expect([row?.state, row?.name]).not.toEqual(['approved', 'Not what was read'])
  })

  it('that was declined waits again when it corrects its contact, and not when it changes nothing', async () => {
    const employer = await anEmployer({ state: 'declined' })
    const admin = await anAdmin({ in: employer })
    const contact = 'Ned Flanagan, 0113 496 0000'
    const again = await change(admin, { name: employer.name, contact })
    expect(again.body.waits).toBe(true)
    expect(await rowOf(employer.id)).toMatchObject({ state: 'waiting' })

    await db
      .update(organizations)
      .set({ state: 'declined' })
      .where(eq(organizations.id, employer.id))
    const same = await change(admin, { name: employer.name, contact })
    expect(same.body.waits).toBe(false)
    expect(await rowOf(employer.id)).toMatchObject({ state: 'declined' })
  })
})

describe('a programme', () => {
  it('has no fields of an employer', async () => {
    const admin = await anAdmin()
    const refused = await change(admin, { name: 'Hill', legalName: 'Hill Ltd' })
    expect(refused).toMatchObject({ status: 422, body: { fields: ['legalName'] } })
    expect((await change(admin, { name: 'Hill', aliases: ['The Hill'] })).status).toBe(200)
  })

  it('is not renamed by its mentors', async () => {
    expect((await change(await aMentor(), { name: 'Mine' })).status).toBe(403)
  })
})
