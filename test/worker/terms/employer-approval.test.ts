import { and, eq, isNull } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'

import { auditEntries } from '../../../worker/audit/tables.ts'
import { approvals, organizations } from '../../../worker/organizations/tables.ts'
import { anAdmin, anEmployer, db, type Organization } from '../../support/builders.ts'
import {
  aHiringEmployer,
  aRecruiterOf,
  search,
  statusesOf,
  theOperator,
} from '../../support/hiring.ts'
import { mailbox } from '../../support/mailbox.ts'
import { sessionAt } from '../../support/session-at.ts'
import { settle } from '../../support/settle.ts'

const day = 86_400_000
const later = (days: number) => new Date(Date.now() + days * day)

async function decideAt(at: Date, { id }: Pick<Organization, 'id'>, decision = 'approved') {
  const client = await sessionAt(await theOperator(), at)
  const row = await db.select().from(organizations).where(eq(organizations.id, id)).get()
  const subject = { subjectKind: 'employer', subjectId: id, version: row?.version }
  const asked = { ...subject, decision, reason: 'Read.' }
  return client.post('/api/approvals', asked)
}

const liveOf = ({ id }: Pick<Organization, 'id'>) =>
  db
    .select()
    .from(approvals)
    .where(and(eq(approvals.subjectId, id), isNull(approvals.endedAt)))

async function listed(at: Date, { id }: Pick<Organization, 'id'>) {
  const client = await sessionAt(await theOperator(), at)
  const { body } = await client.get('/api/approvals')
  return body.employers.find((each: { id: string }) => each.id === id)
}

const longDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

const mailsTo = ({ email }: { email: string }) =>
  mailbox.filter(({ to }) => to === email).map(({ subject }) => subject)

describe('the approval of an employer', () => {
  it('ends after twelve months, and can be given again then: search works again', async () => {
    const employer = await anEmployer({ state: 'waiting' })
    expect((await decideAt(later(0), employer)).status).toBe(201)
    const [first] = await liveOf(employer)
    expect(await listed(later(370), employer)).toMatchObject({ isRenewal: true })

    const again = await decideAt(later(370), employer)

    expect(again.status, again.text).toBe(201)
    const live = await liveOf(employer)
    expect(live).toHaveLength(1)
    expect(live[0]?.id).not.toBe(first?.id)
    expect(live[0]?.expiresAt?.getTime()).toBeGreaterThan(later(730).getTime())
    expect(await listed(later(371), employer)).toBeUndefined()
  })

  it('lets a recruiter search again once it was renewed', async () => {
    const hiring = await aHiringEmployer()
    const at = later(380)
    const asked = async () => {
      const client = await sessionAt(hiring.recruiter, at)
      return (await search({ ...hiring, recruiter: { ...hiring.recruiter, client } })).made.status
    }
    expect(await asked()).toBe(403)
    expect((await decideAt(at, hiring.employer)).status).toBe(201)
    expect(await asked()).toBe(201)
  })

  it('can be given again from thirty days before it ends, and not before', async () => {
    const employer = await anEmployer({ state: 'waiting' })
    await decideAt(later(0), employer)
    expect((await decideAt(later(330), employer)).status).toBe(409)
    expect(await listed(later(330), employer)).toBeUndefined()
    expect(await listed(later(337), employer)).toMatchObject({ isRenewal: true })
    expect((await decideAt(later(337), employer)).status).toBe(201)
    expect((await decideAt(later(338), employer)).status).toBe(409)
  })

  it('lasts for five years, renewed each time', async () => {
    const employer = await anEmployer({ state: 'waiting' })
    for (const days of [0, 366, 740, 1110, 1500, 1880]) {
      expect((await decideAt(later(days), employer)).status).toBe(201)
      expect(await liveOf(employer)).toHaveLength(1)
    }
  })

  it('is renewed once, by the first operator admin', async () => {
    const employer = await anEmployer({ state: 'waiting' })
    await decideAt(later(0), employer)
    const answered = await Promise.all([1, 2, 3].map(() => decideAt(later(366), employer)))
    expect(statusesOf(answered)).toEqual([201, 409, 409])
    expect(await liveOf(employer)).toHaveLength(1)
  })

  it('can be refused at its end, with the employer closed from then on', async () => {
    const employer = await anEmployer({ state: 'waiting' })
    await decideAt(later(0), employer)
    expect((await decideAt(later(366), employer, 'declined')).status).toBe(201)
    const [row] = await db.select().from(organizations).where(eq(organizations.id, employer.id))
    expect(row?.state).toBe('declined')
  })

  it('tells its people and the operator thirty days before it ends, and when it has ended', async () => {
    const operator = await theOperator()
    const employer = await anEmployer({ state: 'waiting', name: 'Pocklington Rope' })
    const admin = await anAdmin({ in: employer })
    await decideAt(later(0), employer)
    await settle(later(300))
    expect(mailsTo(admin)).toHaveLength(1)

    await settle(later(336))
    expect(mailsTo(admin).at(-1)).toBe('Your approval as an employer ends in 30 days')
    expect(mailsTo(operator).at(-1)).toBe('Approve again: Pocklington Rope')
    await settle(later(366))
    expect(mailsTo(admin).at(-1)).toBe('Your approval as an employer has ended')
  })

  it('tells nobody of an end if it was renewed in time', async () => {
    const employer = await anEmployer({ state: 'waiting' })
    const admin = await anAdmin({ in: employer })
    await decideAt(later(0), employer)
    await settle(later(336))
    await decideAt(later(340), employer)
    await settle(later(366))
    expect(mailsTo(admin)).not.toContain('Your approval as an employer has ended')
  })

  it('says until when it lasts, at first and after each renewal', async () => {
    const employer = await anEmployer({ state: 'waiting' })
    const admin = await anAdmin({ in: employer })
    const dates = []
    for (const days of [0, 366]) {
      await decideAt(later(days), employer)
      await settle(later(days + 1))
      const [approval] = await liveOf(employer)
      dates.push(longDay.format(approval?.expiresAt ?? 0))
    }
    const [first, renewed] = mailbox.filter(
      ({ to, subject }) => to === admin.email && !/ends|ended/.test(subject),
    )
    expect(first?.subject).toBe('You can now hire through Mettle')
    expect(first?.text).toContain(`until ${dates[0]}`)
    expect(renewed?.subject).toBe('Your approval as an employer was renewed')
    expect(renewed?.text).toContain(`until ${dates[1]}`)
  })

  it('says why it was refused, and links each person to a page that they may open', async () => {
    const employer = await anEmployer({ state: 'waiting' })
    const [admin, recruiter] = [await anAdmin({ in: employer }), await aRecruiterOf(employer)]
    await decideAt(later(0), employer, 'declined')
    await settle()
    const textTo = ({ email }: { email: string }) =>
      mailbox.findLast(({ to }) => to === email)?.text ?? ''
    expect(textTo(admin)).toContain('Reason: Read.')
    expect(textTo(admin)).toContain('/people#details')
    expect(textTo(recruiter)).toContain('Reason: Read.')
    expect(textTo(recruiter)).toMatch(/\/home$/m)
  })

  it('leaves an audit entry each time', async () => {
    const employer = await anEmployer({ state: 'waiting' })
    await decideAt(later(0), employer)
    await decideAt(later(366), employer)
    const entries = await db
      .select()
      .from(auditEntries)
      .where(
        and(eq(auditEntries.subjectId, employer.id), eq(auditEntries.action, 'employer.approved')),
      )
    expect(entries).toHaveLength(2)
  })
})
