import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'

import { weekOf } from '../../../worker/accounts/session/session.ts'
import { aMentor, aProgramme, aStudent, anAdmin } from '../../support/builders.ts'
import { Client } from '../../support/client.ts'
import { codeFor, mailbox } from '../../support/mailbox.ts'
import { once } from '../../support/once.ts'
import { settle } from '../../support/settle.ts'

/**
 * A new person, signed in by a mailed code; with a name and a year of birth unless `named` is
 * false.
 */
async function aNewcomer(email: string, named = true): Promise<Client> {
  const client = new Client()
  await client.post('/api/sign-ins', { email })
  await settle()
  const code = codeFor(email)
  await client.post('/api/session', { by: 'code', code, sharedComputer: false })
  if (!named) return client
  await client.put('/api/account', {
    name: 'New Comer',
    language: 'en',
    birthYear: 1999,
    version: 1,
  })
  return client
}

const theOpenProgramme = () => once('open programme', () => aProgramme({ open: true }))

const tokenOf = (link: string) => link.split('/').at(-1) ?? ''

describe('an invitation', () => {
  it('is mailed, read by its link and accepted once, from its own address', async () => {
    const admin = await anAdmin()
    const emails = ['first@people.example', 'second@people.example']
    const cohort = await admin.client.post('/api/cohorts', { name: 'Autumn' })
    const invited = await admin.client.post('/api/invitations', {
      emails,
      role: 'student',
      cohortId: cohort.body.id,
    })
    expect(invited).toMatchObject({ status: 201 })
    await settle()
    const { body } = await admin.client.get('/api/invitations')
    const link = body.invitations.find((one: { email: string }) => one.email === emails[0]).link
    expect(mailbox.find(({ to }) => to === emails[0])?.text).toContain(link)

    expect(await new Client().get(`/api/invitations/${tokenOf(link)}`)).toMatchObject({
      status: 200,
      body: { role: 'student' },
    })
    const other = await aNewcomer('third@people.example')
    expect(await other.post(`/api/invitations/${tokenOf(link)}/acceptance`)).toMatchObject({
      status: 403,
      body: { type: '/problems/invitation-for-somebody-else' },
    })
    expect((await other.get(`/api/invitations/${tokenOf(link)}/recipient`)).body).toEqual({
      yours: false,
    })
    const student = await aNewcomer('first@people.example')
    expect((await student.get(`/api/invitations/${tokenOf(link)}/recipient`)).body).toEqual({
      yours: true,
    })
    const accepted = await student.post(`/api/invitations/${tokenOf(link)}/acceptance`)
    expect(accepted).toMatchObject({ status: 201 })
    const { membershipId } = accepted.body
    expect(await student.put('/api/session/membership', { membershipId })).toMatchObject({
      status: 200,
    })
    expect((await student.get('/api/session')).body.acting).toMatchObject({ role: 'student' })
    expect(await student.post(`/api/invitations/${tokenOf(link)}/acceptance`)).toMatchObject({
      status: 404,
    })
    // The link is opened again: only the member who used it is told that they have joined.
    const again = `/api/invitations/${tokenOf(link)}/acceptance`
    expect((await student.get(again)).body).toMatchObject({ role: 'student' })
    for (const stranger of [other, admin.client])
      expect((await stranger.get(again)).status).toBe(404)

    const { members } = (await admin.client.get('/api/members')).body
    expect(members).toContainEqual(
      expect.objectContaining({ name: 'New Comer', role: 'student', cohortIds: [cohort.body.id] }),
    )
  })

  it('of another programme is not found by an admin who knows its id', async () => {
    const [admin, stranger] = [await anAdmin(), await anAdmin()]
    const sent = { emails: ['x@people.example'], role: 'mentor' }
    const { body } = await admin.client.post('/api/invitations', sent)
    expect(await stranger.client.delete(`/api/invitations/${body.invitations[0]}`)).toMatchObject({
      status: 404,
    })
    expect(await admin.client.delete(`/api/invitations/${body.invitations[0]}`)).toMatchObject({
      status: 204,
    })
  })
})

describe('the week of the last visit, which admins see', () => {
  it('is that of a short visit too: after joining, and after the next sign-in', async () => {
    const admin = await anAdmin()
    const seenWeeks = async () => {
      const { members } = (await admin.client.get('/api/members?role=student')).body
      return members.map(({ seenWeek }: { seenWeek: string | null }) => seenWeek)
    }
    const email = 'short-visit@people.example'
    await admin.client.post('/api/invitations', { emails: [email], role: 'student' })
    const [{ link }] = (await admin.client.get('/api/invitations')).body.invitations
    const student = await aNewcomer(email)
    const accepted = await student.post(`/api/invitations/${tokenOf(link)}/acceptance`)
    const { membershipId } = accepted.body
    expect(await seenWeeks()).toEqual([null])

    await student.put('/api/session/membership', { membershipId })
    const thisWeek = weekOf(new Date()).toISOString()
    expect(await seenWeeks()).toEqual([thisWeek])

    await env.DB.prepare('UPDATE memberships SET seen_week = 0 WHERE id = ?')
      .bind(membershipId)
      .run()
    await aNewcomer(email, false)
    expect(await seenWeeks()).toEqual([thisWeek])
  })

  it('is the new week at once for somebody who was there an hour before it', async () => {
    const [sunday, monday] = [new Date('2026-03-22T23:50:00Z'), new Date('2026-03-23T00:10:00Z')]
    const student = await aStudent({ now: sunday })
    await student.client.at(monday).get('/api/session')
    const row = env.DB.prepare('SELECT seen_week FROM memberships WHERE id = ?')
    expect(await row.bind(student.membershipId).first('seen_week')).toBe(weekOf(monday).getTime())
  })
})

describe('an invitation to the open programme', () => {
  async function invitedAs(role: string, birthYear: number | null) {
    const programme = await theOpenProgramme()
    const [admin, person] = [await anAdmin({ in: programme }), await aStudent()]
    await env.DB.prepare('UPDATE accounts SET birth_year = ? WHERE id = ?')
      .bind(birthYear, person.id)
      .run()
    await admin.client.post('/api/invitations', { emails: [person.email], role })
    const [{ link }] = (await admin.client.get('/api/invitations')).body.invitations
    const accepted = await person.client.post(`/api/invitations/${tokenOf(link)}/acceptance`)
    const roles = await env.DB.prepare(
      'SELECT role FROM memberships WHERE account_id = ? AND organization_id = ?',
    )
      .bind(person.id, programme.id)
      .all()
    return { accepted, roles: roles.results }
  }
  const thisYear = new Date().getUTCFullYear()

  it.each(['student', 'mentor', 'admin'])('refuses a %s who is 17', async (role) => {
    const { accepted, roles } = await invitedAs(role, thisYear - 17)
    expect(accepted).toMatchObject({ status: 403, body: { type: '/problems/adults-only' } })
    expect(roles).toEqual([])
  })

  it.each([
    ['student', thisYear - 19],
    ['mentor', null],
  ])('lets a %s in who was born in %s', async (role, birthYear) => {
    const { accepted, roles } = await invitedAs(role, birthYear)
    expect(accepted.status, accepted.text).toBe(201)
    expect(roles).toEqual([{ role }])
  })
})

describe('joining without an invitation', () => {
  it('accepts a code of a programme, typed as people type', async () => {
    const programme = await aProgramme()
    await env.DB.prepare('UPDATE organizations SET join_code = ? WHERE id = ?')
      .bind('ABCD2345', programme.id)
      .run()
    const nameless = await aNewcomer('nameless@people.example', false)
    const tries = ['zzzz-2222', 'abcd-2345'].map((code) =>
      nameless.post('/api/programme-memberships', { code }),
    )
    expect((await Promise.all(tries)).map(({ body }) => body.type)).toEqual([
      '/problems/join-code-unknown',
      '/problems/profile-incomplete',
    ])
    const student = await aNewcomer('coded@people.example')
    expect(await student.post('/api/programme-memberships', { code: 'zzzz-2222' })).toMatchObject({
      status: 404,
    })
    expect(await student.post('/api/programme-memberships', { code: 'abcd-2345' })).toMatchObject({
      status: 201,
    })
    expect(await student.post('/api/programme-memberships', { code: 'abcd-2345' })).toMatchObject({
      status: 409,
      body: { type: '/problems/already-member' },
    })
  })
})

describe('roles', () => {
  it('never let one person be both student and mentor of a programme', async () => {
    const programme = await aProgramme()
    const mentor = await aMentor({ in: programme })
    await env.DB.prepare('UPDATE organizations SET join_code = ? WHERE id = ?')
      .bind('WXYZ6789', programme.id)
      .run()
    await env.DB.prepare('UPDATE accounts SET birth_year = 1980 WHERE id = ?').bind(mentor.id).run()
    expect(
      await mentor.client.post('/api/programme-memberships', { code: 'WXYZ6789' }),
    ).toMatchObject({
      status: 409,
      body: { type: '/problems/student-beside-staff' },
    })
  })

  it.each([
    ['student', 'mentor', 'staff-beside-student'],
    ['student', 'admin', 'staff-beside-student'],
    ['mentor', 'student', 'student-beside-staff'],
  ] as const)('refuse a %s who is invited as a %s with %s', async (has, role, type) => {
    const programme = await aProgramme()
    const admin = await anAdmin({ in: programme })
    const person = await (has === 'student' ? aStudent : aMentor)({ in: programme })
    await env.DB.prepare('UPDATE accounts SET birth_year = 1980 WHERE id = ?').bind(person.id).run()
    await admin.client.post('/api/invitations', { emails: [person.email], role })
    const [{ link }] = (await admin.client.get('/api/invitations')).body.invitations
    expect(await person.client.post(`/api/invitations/${tokenOf(link)}/acceptance`)).toMatchObject({
      status: 409,
      body: { type: `/problems/${type}` },
    })
  })

  it('keep the last admin, and end the sessions of a membership that ends', async () => {
    const programme = await aProgramme()
    const admin = await anAdmin({ in: programme })
    const student = await aStudent({ in: programme })
    expect(await admin.client.delete(`/api/members/${student.membershipId}`)).toMatchObject({
      status: 204,
    })
    expect(await student.client.get('/api/session')).toMatchObject({ status: 401 })
    expect(await admin.client.delete(`/api/members/${admin.membershipId}`)).toMatchObject({
      status: 409,
      body: { type: '/problems/last-admin' },
    })
  })

  it('let a coach see named progress, and nobody else', async () => {
    const programme = await aProgramme()
    const [admin, coach, other] = [
      await anAdmin({ in: programme }),
      await aMentor({ in: programme }),
      await aMentor({ in: programme }),
    ]
    const student = await aStudent({ in: programme, name: 'Only Coached' })
    const pair = { mentorId: coach.id, studentId: student.id }
    const begun = await admin.client.post('/api/coachings', pair)
    expect(begun).toMatchObject({ status: 201 })
    expect(await admin.client.post('/api/coachings', pair)).toMatchObject({ status: 409 })
    expect((await coach.client.get('/api/insights/cohort')).body.students).toMatchObject([
      { name: 'Only Coached' },
    ])
    expect((await other.client.get('/api/insights/cohort')).body.students).toEqual([])
    expect(await admin.client.get('/api/insights/cohort')).toMatchObject({ status: 403 })

    const ended = await admin.client.delete(`/api/coachings/${begun.body.id}`)
    expect(ended).toMatchObject({ status: 204 })
    expect((await coach.client.get('/api/insights/cohort')).body.students).toEqual([])
  })
})

describe('the audit trail', () => {
  it('names staff and never a student', async () => {
    const programme = await aProgramme()
    const admin = await anAdmin({ in: programme, name: 'Ada Min' })
    await admin.client.post('/api/cohorts', { name: 'Spring' })
    const { entries } = (await admin.client.get('/api/audit-entries')).body
    expect(entries[0]).toMatchObject({
      action: 'cohort.made',
      by: { kind: 'staff', name: 'Ada Min' },
    })
    expect(await admin.client.get('/api/audit-entries?page=2')).toMatchObject({ status: 422 })
  })
})

it('a second application is refused while the first one waits', async () => {
  const boss = await aNewcomer(`boss-${crypto.randomUUID()}@twice-asked.example`)
  const application = {
    name: 'Twice Asked',
    legalName: 'Twice Asked Ltd',
    // The https:// is added.
    site: 'twice-asked.example',
    country: 'GB',
    contact: 'The boss',
  }
  const both = await Promise.all([1, 2].map(() => boss.post('/api/organization', application)))
  expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 409])
  expect(both.find(({ status }) => status === 409)?.body.type).toBe('/problems/application-waits')
})

it('nobody applies as an employer from an address that anybody can have', async () => {
  const somebody = await aNewcomer(`boss-${crypto.randomUUID().slice(0, 8)}@gmail.com`)
  const application = {
    name: 'Nobody’s',
    legalName: 'Nobody’s Ltd',
    site: 'nobodys.example',
    country: 'GB',
    contact: 'The boss',
  }
  const applied = await somebody.post('/api/organization', application)
  expect(applied.body.type).toBe('/problems/work-address-needed')
})
