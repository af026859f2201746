import { eq, isNull, and } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'

import { bookings, interviewEvents } from '../../../worker/interviews/tables.ts'
import { anAdmin, aRecruiter, db } from '../../support/builders.ts'
import { Client } from '../../support/client.ts'
import { aHiringEmployer, aJob, theOperator } from '../../support/hiring.ts'
import { accept, aDeliveredRequest } from '../../support/interviewing.ts'
import { codeFor, mailbox } from '../../support/mailbox.ts'
import { settle } from '../../support/settle.ts'

const subjectsTo = (email: string, from = 0) =>
  mailbox
    .slice(from)
    .filter(({ to }) => to === email)
    .map(({ subject }) => subject)

describe('the operator', () => {
  it('is told of each employer that waits, all its admins once', async () => {
    const one = await theOperator()
    const two = await anAdmin({ in: { id: one.organizationId } })
    const boss = new Client()
    const email = `boss@${crypto.randomUUID().slice(0, 8)}.example`
    await boss.post('/api/sign-ins', { email })
    await settle()
    await boss.post('/api/session', { by: 'code', code: codeFor(email), sharedComputer: false })
    const { body } = await boss.get('/api/account')
    await boss.put('/api/account', { name: 'Boss', language: 'en', version: body.version })
    const before = mailbox.length
    const applied = await boss.post('/api/organization', {
      name: 'Newco',
      legalName: 'Newco Ltd',
      site: 'https://newco.example',
      country: 'GB',
      contact: 'Boss, front office',
    })
    expect(applied.status, applied.text).toBe(201)
    await settle()
    await settle()
    for (const { email: to } of [one, two]) {
      expect(subjectsTo(to, before)).toEqual(['An employer is waiting for your approval'])
    }
    expect(mailbox.at(-1)?.text).toContain('/approvals')
  })

  it('is told of each opening that waits', async () => {
    const operator = await theOperator()
    const { employer } = await aHiringEmployer()
    const recruiter = await aRecruiter({ in: employer })
    await settle()
    const before = mailbox.length
    expect((await recruiter.client.post('/api/openings', aJob)).status).toBe(201)
    await settle()
    expect(subjectsTo(operator.email, before)).toEqual(['An opening is waiting for your approval'])
  })
})

describe('a consent that is withdrawn', () => {
  it('ends access, cancels the interview, frees its hour, and both sides are told', async () => {
    const delivered = await aDeliveredRequest()
    const { student, recruiter, requestId, path } = delivered
    expect((await accept(delivered)).status).toBe(201)
    await settle()
    const seen = (await recruiter.client.get(path)).body.request
    const disclosure = `/api/disclosures/${seen.disclosureId}`
    expect((await recruiter.client.get(disclosure)).status).toBe(200)

    const consents = (await student.client.get('/api/consents')).body.consents
    const own = consents.find(
      ({ purpose }: { purpose: string }) => purpose === 'interview-identity',
    )
    const before = mailbox.length
    const withdrawn = await student.client.delete(`/api/consents/${own.id}`)
    expect(withdrawn.status, withdrawn.text).toBeLessThan(300)
    // Access ends at once; the notices follow a moment later.
    expect((await recruiter.client.get(disclosure)).status).toBe(404)
    await settle()
    await settle()
    expect((await recruiter.client.get(path)).body.request.state).toBe('cancelled')
    expect((await student.client.get(path)).body.request.state).toBe('cancelled')
    const live = and(eq(bookings.requestId, requestId), isNull(bookings.endedAt))
    expect(await db.$count(bookings, live)).toBe(0)
    expect(subjectsTo(student.email, before)).toEqual(['Your interview is cancelled'])
    expect(subjectsTo(recruiter.email, before)).toEqual(['An interview is cancelled'])
    const last = await db
      .select()
      .from(interviewEvents)
      .where(and(eq(interviewEvents.requestId, requestId), eq(interviewEvents.event, 'cancel')))
      .get()
    expect(last).toMatchObject({ actor: 'student', accountId: student.id })
  })
})
