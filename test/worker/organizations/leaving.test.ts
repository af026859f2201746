import { and, eq, isNull } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'

import { memberships } from '../../../worker/accounts/tables.ts'
import { attempts } from '../../../worker/attempts/tables.ts'
import { coachings } from '../../../worker/organizations/tables.ts'
import { claims, submissionQueue } from '../../../worker/reviews/tables.ts'
import { aMentor, anAdmin, aProgramme, aStudent, db, type Person } from '../../support/builders.ts'
import { aVisibleStudent, aHiringEmployer, openToWork, search } from '../../support/hiring.ts'
import { aDeliveredRequest } from '../../support/interviewing.ts'
import { mailbox } from '../../support/mailbox.ts'
import { anAttempt } from '../../support/playing.ts'
import { aChallenge, aSubmission, claimAs, hasPractised } from '../../support/reviews.ts'
import { sessionAt } from '../../support/session-at.ts'
import { settle } from '../../support/settle.ts'

const statusesOf = (answers: readonly { status: number }[]) =>
  answers.map(({ status }) => status).toSorted((one, other) => one - other)

const leave = (person: Person) => person.client.delete(`/api/memberships/${person.membershipId}`)

/** The same person, signed in without a membership. */
async function outside(person: Pick<Person, 'id'>) {
  return sessionAt({ id: person.id, membershipId: null }, new Date())
}

async function endBy(admin: Person, { membershipId }: Person) {
  const ended = await admin.client.delete(`/api/members/${membershipId}`)
  expect(ended.status).toBe(204)
}

describe('a person who has left every programme', () => {
  it('still reaches all their own data, and can switch visibility off', async () => {
    const home = await aProgramme()
    const admin = await anAdmin({ in: home })
    const student = await aVisibleStudent({ in: home })
    await endBy(admin, student)
    const client = await outside(student)
    const [badge = ''] = student.credentialIds

    const paths = [
      '/api/credentials',
      `/api/credentials/${badge}`,
      `/api/credentials/${badge}/document`,
      '/api/visibility',
      '/api/blocks',
      '/api/consents',
      '/api/disclosures',
      '/api/interview-requests',
      '/api/attempts',
      '/api/account',
      '/api/sessions',
    ]
    const read = await Promise.all(paths.map((path) => client.get(path)))
    expect(read.map(({ status }) => status)).toEqual(paths.map(() => 200))
    expect(read[3]?.body.on).toBe(true)

    const { version } = read[3]?.body ?? {}
    const fields = { credentials: [{ credentialId: badge }], ...openToWork }
    expect((await client.put('/api/visibility', { version, fields })).status).toBe(200)
    const employer = await aHiringEmployer()
    const blocked = await client.post('/api/blocks', { organizationId: employer.employer.id })
    expect(blocked.status).toBe(201)
    const publication = { on: true, showName: false, listed: false, version: 0 }
    const published = await client.put(`/api/credentials/${badge}/publication`, publication)
    expect(published.status).toBe(200)
    expect((await client.delete('/api/visibility')).status).toBe(204)
    expect((await client.get('/api/visibility')).body.on).toBe(false)
    expect((await search(employer)).cards.length).toBe(0)
  })

  it('reads and answers what employers ask, and has the calendar file', async () => {
    const d = await aDeliveredRequest()
    await db
      .update(memberships)
      .set({ endedAt: new Date() })
      .where(eq(memberships.accountId, d.student.id))
    const client = await outside(d.student)
    const path = `/api/interview-requests/${d.requestId}`
    const { request } = (await client.get(path)).body
    const answered = await client.post(`${path}/answers`, {
      answer: 'accept',
      edition: 1,
      slotId: request.slots[0].id,
      textHash: request.consentText.hash,
      fields: { name: true, email: true },
    })
    expect(answered.status, answered.text).toBe(201)
    const file = await client.get(`${path}/calendar.ics`)
    expect([file.status, file.text.slice(0, 15)]).toEqual([200, 'BEGIN:VCALENDAR'])
  })

  it('can do no work in a programme any more', async () => {
    const home = await aProgramme()
    const [admin, student] = [await anAdmin({ in: home }), await aStudent({ in: home })]
    const attemptId = await anAttempt(student)
    await endBy(admin, student)
    const client = await outside(student)
    const challenge = await aChallenge()
    const tried = [
      await client.post('/api/attempts', { challengeId: challenge.id }),
      await client.post(`/api/attempts/${attemptId}/turns`, { number: 1, kind: 'choice', id: 'x' }),
      await client.put(`/api/attempts/${attemptId}/drafts/plan`, { text: 'More', version: 0 }),
      await client.get('/api/review-work'),
      await client.post('/api/claims', { challengeId: challenge.id }),
    ]
    expect(tried.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403])
    expect((await client.get(`/api/attempts/${attemptId}`)).status).toBe(200)
  })
})

describe('leaving', () => {
  it('can be done by anybody: they stay signed in, without a role, and see what goes on', async () => {
    const student = await aStudent({ in: await aProgramme({ name: 'Hill College' }) })
    expect((await leave(student)).status).toBe(204)
    const { body } = await student.client.get('/api/session')
    expect(body).toMatchObject({ acting: null, memberships: [] })
    await settle()
    const told = mailbox.filter(({ to }) => to === student.email)
    expect(told.map(({ subject }) => subject)).toEqual([
      'You are no longer a member of Hill College',
    ])
    expect(told[0]?.text).toContain('You keep your badges, results and answers.')
    expect((await leave(student)).status).toBe(404)
  })

  it('needs a fresh proof, and works only for one’s own membership', async () => {
    const stale = await aStudent({ provenMinutesAgo: 20 })
    expect((await leave(stale)).status).toBe(403)
    const other = await aStudent()
    const path = `/api/memberships/${other.membershipId}`
    expect((await (await aStudent()).client.delete(path)).status).toBe(404)
    expect((await other.client.get('/api/attempts')).status).toBe(200)
  })

  it('is not for the last admin', async () => {
    const admin = await anAdmin()
    expect(await leave(admin)).toMatchObject({
      status: 409,
      body: { type: '/problems/last-admin' },
    })
    const second = await anAdmin({ in: { id: admin.organizationId } })
    const both = await Promise.all([leave(admin), leave(second)])
    expect(statusesOf(both)).toEqual([204, 409])
  })

  it('ends other browsers that act in it, and no other', async () => {
    const student = await aStudent()
    const elsewhere = await sessionAt(student, new Date())
    const neutral = await outside(student)
    await leave(student)
    expect((await elsewhere.get('/api/session')).status).toBe(401)
    expect((await neutral.get('/api/session')).status).toBe(200)
  })

  it('closes open work there and keeps what was written', async () => {
    const student = await aStudent()
    const attemptId = await anAttempt(student)
    const text = 'What I had so far.'
    await student.client.put(`/api/attempts/${attemptId}/drafts/plan`, { text, version: 0 })
    await leave(student)
    await settle()
    const [row] = await db.select().from(attempts).where(eq(attempts.id, attemptId))
    expect(row?.state).toBe('lapsed')
    const kept = await student.client.get(`/api/attempts/${attemptId}/drafts/plan`)
    expect(kept.body.text).toBe(text)
  })

  it('gives claimed answers back to the queue', async () => {
    const home = await aProgramme()
    const challenge = await aChallenge()
    const author = await aStudent({ in: home })
    const reviewer = await aStudent({ in: home })
    const { id } = await aSubmission(author, challenge, { at: new Date(Date.now() - 3_600_000) })
    await aSubmission(reviewer, challenge, { at: new Date(Date.now() - 3_600_000) })
    await hasPractised(reviewer, challenge)
    await claimAs(reviewer, challenge)
    const assigned = async () => {
      const own = and(eq(submissionQueue.submissionId, id), eq(submissionQueue.kind, 'peer'))
      return (await db.select().from(submissionQueue).where(own))[0]?.assigned
    }
    expect(await assigned()).toBe(1)
    await leave(reviewer)
    await settle()
    expect(await assigned()).toBe(0)
    const live = and(eq(claims.reviewerId, reviewer.id), isNull(claims.endedAt))
    expect(await db.select().from(claims).where(live)).toEqual([])
  })

  it('ends coaching in the same commit, from either side', async () => {
    const home = await aProgramme()
    const [admin, student, mentor] = [
      await anAdmin({ in: home }),
      await aStudent({ in: home }),
      await aMentor({ in: home }),
    ]
    const coach = () =>
      admin.client.post('/api/coachings', { mentorId: mentor.id, studentId: student.id })
    const live = () =>
      db
        .select()
        .from(coachings)
        .where(and(eq(coachings.studentId, student.id), isNull(coachings.endedAt)))
    expect((await coach()).status).toBe(201)
    await leave(student)
    expect(await live()).toEqual([])
  })

  it('keeps a mentor’s coaching when only their admin role ends, and ends it with the mentor’s', async () => {
    const home = await aProgramme()
    const [admin, student, mentor] = [
      await anAdmin({ in: home }),
      await aStudent({ in: home }),
      await aMentor({ in: home }),
    ]
    const membershipId = crypto.randomUUID()
    const more = { accountId: mentor.id, organizationId: home.id, role: 'admin' as const }
    await db.insert(memberships).values({ ...more, id: membershipId, createdAt: new Date() })
    const pair = { mentorId: mentor.id, studentId: student.id }
    expect((await admin.client.post('/api/coachings', pair)).status).toBe(201)
    const live = async () => (await admin.client.get('/api/coachings')).body.coachings.length

    await endBy(admin, { ...mentor, membershipId })
    expect(await live()).toBe(1)
    await endBy(admin, mentor)
    expect(await live()).toBe(0)
  })
})

describe('the mail to a former member', () => {
  const mailAfter = async (person: Person, admin: Person) => {
    await endBy(admin, person)
    await settle()
    return mailbox.findLast(({ to, subject }) => to === person.email && /no longer/.test(subject))
  }

  it('tells a student what stays theirs, what is closed, and what to do next', async () => {
    const home = await aProgramme()
    const [admin, student] = [await anAdmin({ in: home }), await aStudent({ in: home })]
    const mail = await mailAfter(student, admin)
    expect(mail?.text).toContain('You keep your badges, results and answers.')
    expect(mail?.text).toContain(
      'We closed the challenges where you had not handed in your answers.',
    )
    expect(mail?.text).toContain('Reviewers will still judge the answers you handed in.')
    expect(mail?.text).toContain('If you had a coach there, the coaching has ended too.')
    expect(mail?.text).not.toContain('You can no longer see what belongs to this organization.')
  })

  it('tells a mentor that they no longer see the programme’s data, and does not mention badges', async () => {
    const home = await aProgramme()
    const [admin, mentor] = [await anAdmin({ in: home }), await aMentor({ in: home })]
    const mail = await mailAfter(mentor, admin)
    expect(mail?.text).toContain('You can no longer see what belongs to this organization.')
    expect(mail?.text).toContain('If you coached students there, the coaching has ended too.')
    expect(mail?.text).not.toMatch(/badges|still judged/)
  })

  it.each([
    ['admin', 'mentor', 'You can no longer manage its people and details.'],
    ['mentor', 'admin', 'If you coached students there, the coaching has ended too.'],
  ] as const)('whose role as %s ended and who is a %s too says so', async (ended, kept, words) => {
    const home = await aProgramme({ name: 'Two roles' })
    const admin = await anAdmin({ in: home })
    const person = await (ended === 'admin' ? anAdmin({ in: home }) : aMentor({ in: home }))
    const other = { accountId: person.id, organizationId: home.id, role: kept }
    await db
      .insert(memberships)
      .values({ ...other, id: crypto.randomUUID(), createdAt: new Date() })
    await endBy(admin, person)
    await settle()
    const mail = mailbox.findLast(({ to }) => to === person.email)
    expect(mail?.subject).toBe('One of your roles in Two roles has ended')
    const article = ended === 'admin' ? 'an admin' : 'a mentor'
    expect(mail?.text).toContain(
      `You are no longer ${article} of Two roles. You keep your other role in that organization.`,
    )
    expect(mail?.text).toContain(words)
    expect(mail?.text).not.toContain('what belongs to this organization')
  })
})
