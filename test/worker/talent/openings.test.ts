import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'

import { domains } from '../../../worker/organizations/tables.ts'
import { openingVersions } from '../../../worker/talent/tables.ts'
import { anAdmin, anEmployer, aRecruiter, db } from '../../support/builders.ts'
import {
  aHiringEmployer,
  aJob,
  anApproval,
  anOpening,
  aRecruiterOf,
  theOperator,
  statusesOf,
} from '../../support/hiring.ts'
import { mailbox } from '../../support/mailbox.ts'
import { settle } from '../../support/settle.ts'

async function decide(subjectId: string, decision = 'approved', subjectKind = 'opening-version') {
  const operator = await theOperator()
  return operator.client.post('/api/approvals', {
    subjectKind,
    subjectId,
    decision,
    reason: 'Read.',
    ...(subjectKind === 'employer' && { version: 1 }),
  })
}

async function waitingOf(openingId: string) {
  const rows = await db
    .select()
    .from(openingVersions)
    .where(eq(openingVersions.openingId, openingId))
  return rows.find(({ state }) => state === 'waiting')?.id ?? ''
}

describe('an opening', () => {
  it('waits for the operator, who sees whose it is; its author is told', async () => {
    const recruiter = await aRecruiterOf(await anEmployer({ name: 'Hallam Foods' }))
    const { body } = await recruiter.client.post('/api/openings', aJob)
    const operator = await theOperator()
    const waiting = (await operator.client.get('/api/approvals')).body.openings
    const found = waiting.find((each: { openingId: string }) => each.openingId === body.openingId)

    const decided = await decide(found.id)
    await settle()

    expect(found).toMatchObject({
      organization: 'Hallam Foods',
      content: { title: 'Shift assistant' },
      before: null,
    })
    expect(decided.status, decided.text).toBe(201)
    const { openings } = (await recruiter.client.get('/api/openings')).body
    expect(openings).toMatchObject([{ version: 1, approved: { content: aJob }, waiting: null }])
    expect(mailbox.findLast(({ to }) => to === recruiter.email)?.subject).toBe(
      'Your opening was approved',
    )
  })

  it.each([
    ['without pay', { pay: undefined }, 'pay-required'],
    ['for nothing', { pay: { ...aJob.pay, minimum: 0, maximum: 0 } }, 'pay-required'],
    [
      'with a span that says nothing',
      { pay: { ...aJob.pay, minimum: 10, maximum: 15.01 } },
      'pay-span-too-wide',
    ],
    [
      'in a currency that was withdrawn',
      { pay: { ...aJob.pay, currency: 'HRK' } },
      'invalid-input',
    ],
    ['that began last year', { startMonth: '2025-12' }, 'invalid-input'],
    ['in a currency that is none', { pay: { ...aJob.pay, currency: 'XQQ' } }, 'invalid-input'],
    ['with thirds of a penny', { pay: { ...aJob.pay, minimum: 13.111 } }, 'invalid-input'],
    ['with an unknown field', { perks: 'table football' }, 'invalid-input'],
  ])('%s is refused', async (_, change, problem) => {
    const recruiter = await aRecruiter()
    const refused = await recruiter.client.post('/api/openings', { ...aJob, ...change })
    expect(refused).toMatchObject({ status: 422, body: { type: `/problems/${problem}` } })
  })

  it.each([
    ['pay', { pay: { ...aJob.pay, minimum: 13 } }],
    ['hours', { hoursPerWeek: 20 }],
    ['place', { place: { ...aJob.place, name: 'Elsewhere' } }],
    ['remote work', { remote: true }],
    ['duties', { duties: `${aJob.duties} And more.` }],
    ['title', { title: 'Ward manager' }],
    ['contract', { contract: 'internship' }],
    ['start', { startMonth: '2030-09' }],
    ['the most pay', { pay: { ...aJob.pay, maximum: 13.7 } }],
  ])('with other %s waits again, while the wording in force stays', async (_, change) => {
    const { recruiter, openingId } = await aHiringEmployer()

    const changed = await recruiter.client.put(`/api/openings/${openingId}`, {
      version: 1,
      state: 'approved',
      ...aJob,
      ...change,
    })

    expect(changed.body).toEqual({ openingId, version: 2, state: 'waiting' })
    const { openings } = (await recruiter.client.get('/api/openings')).body
    expect(openings).toMatchObject([
      { title: aJob.title, approved: { content: aJob }, waiting: { content: change } },
    ])
    await decide(await waitingOf(openingId))
    const after = (await recruiter.client.get('/api/openings')).body.openings
    expect(after).toMatchObject([{ approved: { content: change }, waiting: null }])
  })

  it('saved unchanged keeps its approval, and withdraws a waiting wording', async () => {
    const { recruiter, openingId } = await aHiringEmployer()
    const save = (version: number, state: string, change: object) =>
      recruiter.client.put(`/api/openings/${openingId}`, { version, state, ...aJob, ...change })
    expect((await save(1, 'approved', { title: 'Shift lead' })).body.state).toBe('waiting')
    expect((await save(2, 'waiting', {})).body).toEqual({
      openingId,
      version: 3,
      state: 'approved',
    })
    const { openings } = (await recruiter.client.get('/api/openings')).body
    expect(openings).toMatchObject([{ approved: { content: aJob }, waiting: null }])
  })

  it('warns the operator of pay under the legal minimum, and is approved all the same', async () => {
    const recruiter = await aRecruiter()
    const pay = { ...aJob.pay, minimum: 9, maximum: 10 }
    const { body } = await recruiter.client.post('/api/openings', { ...aJob, pay })
    const { openings } = (await (await theOperator()).client.get('/api/approvals')).body
    const waiting = openings.find((one: { openingId: string }) => one.openingId === body.openingId)
    expect(waiting.underMinimumWage).toMatchObject({
      country: 'GB',
      currency: 'GBP',
      offered: 9,
      minimum: 12.71,
      from: '2026-04-01',
    })
    await decide(waiting.id)
    const after = (await recruiter.client.get('/api/openings')).body.openings
    expect(after).toMatchObject([{ approved: { content: { pay } } }])
  })

  it('takes only the first of two changes made at once', async () => {
    const { recruiter, openingId } = await aHiringEmployer()
    const change = (hoursPerWeek: number) =>
      recruiter.client.put(`/api/openings/${openingId}`, {
        version: 1,
        state: 'approved',
        ...aJob,
        hoursPerWeek,
      })

    const answered = await Promise.all([change(20), change(21)])

    expect(statusesOf(answered)).toEqual([200, 409])
  })

  it('that was declined says why', async () => {
    const { recruiter, openingId } = await aHiringEmployer()
    await recruiter.client.put(`/api/openings/${openingId}`, {
      version: 1,
      state: 'approved',
      ...aJob,
      hoursPerWeek: 40,
    })
    await decide(await waitingOf(openingId), 'declined')
    await settle()

    const mail = mailbox.findLast(({ to }) => to === recruiter.email)
    expect(mail?.subject).toBe('Your change to an opening was declined')
    expect(mail?.text).toContain('You can still search with the approved version.')
    const { openings } = (await recruiter.client.get('/api/openings')).body

    expect(openings).toMatchObject([{ approved: { content: aJob }, declined: { reason: 'Read.' } }])
  })

  it('that was declined is not replaced by somebody who has not read that, and still says why after', async () => {
    const { recruiter, openingId } = await aHiringEmployer()
    const change = (version: number, state: string, hoursPerWeek: number) =>
      recruiter.client.put(`/api/openings/${openingId}`, { version, state, ...aJob, hoursPerWeek })
    const opening = async () => (await recruiter.client.get('/api/openings')).body.openings[0]
    await change(1, 'approved', 40)
    await decide(await waitingOf(openingId), 'declined')

    expect(await change(2, 'waiting', 39)).toMatchObject({
      status: 409,
      body: { type: '/problems/opening-decided' },
    })
    expect(await opening()).toMatchObject({ version: 2, waiting: null })
    expect((await change(2, 'declined', 38)).body).toMatchObject({ version: 3, state: 'waiting' })
    expect(await opening()).toMatchObject({
      waiting: { content: { hoursPerWeek: 38 } },
      declined: { reason: 'Read.', content: { hoursPerWeek: 40 } },
    })
    await decide(await waitingOf(openingId))
    expect(await opening()).toMatchObject({ waiting: null, declined: null })
  })

  it('is either decided on or replaced, if both happen at once', async () => {
    const { recruiter, openingId } = await aHiringEmployer()
    const change = (version: number, state: string) =>
      recruiter.client.put(`/api/openings/${openingId}`, {
        version,
        state,
        ...aJob,
        hoursPerWeek: 30 + version,
      })
    await change(1, 'approved')
    const read = await waitingOf(openingId)
    const both = await Promise.all([change(2, 'waiting'), decide(read, 'declined')])
    expect(both.filter(({ status }) => status < 300)).toHaveLength(1)
  })

  it('replaced by its employer cannot be decided on, and the operator reads why', async () => {
    const { recruiter, openingId } = await aHiringEmployer()
    const change = (version: number, state: string, hoursPerWeek: number) =>
      recruiter.client.put(`/api/openings/${openingId}`, { version, state, ...aJob, hoursPerWeek })
    await change(1, 'approved', 40)
    const read = await waitingOf(openingId)
    await change(2, 'waiting', 30)

    expect(await decide(read)).toMatchObject({
      status: 409,
      body: { type: '/problems/asked-otherwise' },
    })
    expect((await decide(await waitingOf(openingId))).status).toBe(201)
  })

  it("is nobody else's", async () => {
    const { openingId } = await aHiringEmployer()
    const stranger = await aRecruiter()
    const programme = await anAdmin()
    const seen = { version: 1, state: 'approved' }
    const put = await stranger.client.put(`/api/openings/${openingId}`, { ...seen, ...aJob })
    const posted = await programme.client.post('/api/openings', aJob)

    expect([put.status, posted.status]).toEqual([404, 403])
  })
})

describe('deciding', () => {
  it('happens once, by an operator admin with a fresh proof', async () => {
    const employer = await anEmployer()
    await anApproval(employer)
    const recruiter = await aRecruiterOf(employer)
    await anOpening(recruiter)
    const { body } = await recruiter.client.post('/api/openings', aJob)
    const subjectId = await waitingOf(body.openingId)
    const input = { subjectKind: 'opening-version', subjectId, decision: 'approved' }
    const { in: home } = { in: { id: (await theOperator()).organizationId } }
    const stale = await anAdmin({ in: home, provenMinutesAgo: 11 })

    const refused = [
      await (await anAdmin()).client.post('/api/approvals', input),
      await recruiter.client.post('/api/approvals', input),
      await stale.client.post('/api/approvals', input),
    ]
    const both = await Promise.all([decide(subjectId), decide(subjectId, 'declined')])

    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403])
    expect(statusesOf(both)).toEqual([201, 409])
  })

  it('is about employers too', async () => {
    const employer = await anEmployer({ state: 'waiting', name: 'Pudsey Bakers' })
    const operator = await theOperator()
    const { employers } = (await operator.client.get('/api/approvals')).body
    const decided = await decide(employer.id, 'approved', 'employer')

    expect(employers.map(({ name }: { name: string }) => name)).toContain('Pudsey Bakers')
    expect(decided.status, decided.text).toBe(201)
  })

  it('shows a second application of one mail domain, and an opening whose employer waits', async () => {
    const [first, second] = [
      await anEmployer({ name: 'Otley Bakers' }),
      await anEmployer({ state: 'waiting', name: 'Bakers of Otley' }),
    ]
    const verifiedAt = new Date()
    for (const { id: organizationId } of [first, second])
      await db.insert(domains).values({ organizationId, domain: 'otley.example', verifiedAt })
    const admin = await anAdmin({ in: second })
    await admin.client.post('/api/openings', aJob)

    const operator = await theOperator()
    const { employers, openings } = (await operator.client.get('/api/approvals')).body
    expect(employers.find(({ id }: { id: string }) => id === second.id)).toMatchObject({
      sameDomain: ['Otley Bakers'],
    })
    const waits = openings.filter(({ employerWaits }: { employerWaits: boolean }) => employerWaits)
    expect(waits.map(({ organization }: { organization: string }) => organization)).toContain(
      'Bakers of Otley',
    )
  })
})
