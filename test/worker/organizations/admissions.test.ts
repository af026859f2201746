import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'

import {
  anAdmin,
  aMentor,
  aProgramme,
  aStudent,
  type Organization,
} from '../../support/builders.ts'
import { theOperator } from '../../support/hiring.ts'
import { mailbox } from '../../support/mailbox.ts'
import { leave, sql } from '../../support/traffic/rows.ts'
import { signIn } from '../../support/traffic/world.ts'
import { settle } from '../../support/settle.ts'
import { later } from '../../support/reviews.ts'

const statusesOf = (answers: readonly { status: number }[]) =>
  answers.map(({ status }) => status).toSorted((one, other) => one - other)

let open: Organization
beforeAll(async () => {
  open = await aProgramme({ open: true, name: 'Mettle for all' })
})

const about = 'I ran a kitchen of twelve for eight years and trained all of its apprentices.'

/** A signed-in person with a name and a year of birth, in no programme. */
async function aVolunteer() {
  const person = await aStudent()
  await leave(person)
  // A session that lasts for as long as a test moves the clock.
  const client = await signIn(person)
  await sql(
    'UPDATE sessions SET expires_at = expires_at * 2, idle_seconds = 99999999 WHERE account_id = ?1',
    person.id,
  )
  return { ...person, client }
}

type Volunteer = Awaited<ReturnType<typeof aVolunteer>>

async function decide(id: string, decision: 'approved' | 'declined', reason?: string) {
  const operator = await theOperator()
  const body = { subjectKind: 'admission', subjectId: id, decision, ...(reason && { reason }) }
  return operator.client.post('/api/approvals', body)
}

const rolesOf = async ({ client }: Volunteer) =>
  (await client.get('/api/session')).body.memberships.map(({ role }: { role: string }) => role)

const mailsTo = ({ email }: Volunteer) =>
  mailbox.filter(({ to }) => to === email).map(({ text }) => text)

describe('a volunteer mentor of the open programme', () => {
  it('is no mentor just by asking: no membership, no review work, no practice answers', async () => {
    const volunteer = await aVolunteer()
    const byPress = { open: true, role: 'mentor' }
    expect((await volunteer.client.post('/api/programme-memberships', byPress)).status).toBe(422)
    expect((await volunteer.client.post('/api/admissions', { about })).status).toBe(201)

    expect(await rolesOf(volunteer)).toEqual([])
    for (const path of ['/api/review-work', '/api/practice-items?challengeId=hand-to-hand'])
      expect((await volunteer.client.get(path)).status).toBe(403)
    expect((await volunteer.client.post('/api/claims', {})).status).toBe(403)
    expect((await volunteer.client.get('/api/admissions')).body.admissions).toMatchObject([
      { organizationName: 'Mettle for all', decision: null },
    ])
  })

  it('is admitted by the operator, who reads what they wrote, and both are mailed', async () => {
    const [operator, volunteer] = [await theOperator(), await aVolunteer()]
    const { body } = await volunteer.client.post('/api/admissions', { about })
    await settle()
    expect(mailsTo(operator).join()).toMatch(
      /Someone has asked to be a mentor\s+of\s+Mettle\s+for\s+all/,
    )
    const waiting = (await operator.client.get('/api/approvals')).body.mentors
    expect(waiting).toContainEqual(
      expect.objectContaining({ id: body.id, about, name: volunteer.name, email: volunteer.email }),
    )

    expect((await decide(body.id, 'approved')).status).toBe(201)
    expect(await rolesOf(volunteer)).toEqual(['mentor'])
    await settle()
    expect(mailsTo(volunteer).join()).toContain('You are now a mentor of Mettle for all.')
    expect(await decide(body.id, 'declined')).toMatchObject({
      status: 409,
      body: {
        type: '/problems/already-decided',
        decision: 'admitted',
        by: operator.name,
        at: expect.any(String),
      },
    })
  })

  it('is told why not, and may ask again after thirty days', async () => {
    const volunteer = await aVolunteer()
    const { body } = await volunteer.client.post('/api/admissions', { about })
    await decide(body.id, 'declined', 'We look for people who have taught adults.')
    await settle()
    expect(mailsTo(volunteer).join()).toContain('We look for people who have taught adults.')
    expect(await rolesOf(volunteer)).toEqual([])

    const [asked] = (await volunteer.client.get('/api/admissions')).body.admissions
    expect(Date.parse(asked.askAgainFrom)).toBe(
      later(new Date(asked.decidedAt), { days: 30 }).getTime(),
    )
    const again = (days: number) =>
      volunteer.client.at(later(new Date(), { days })).post('/api/admissions', { about })
    expect((await again(29)).body.type).toBe('/problems/admission-declined')
    expect((await again(31)).status).toBe(201)
  })

  it('asks once at a time, and may withdraw', async () => {
    const volunteer = await aVolunteer()
    const ask = () => volunteer.client.post('/api/admissions', { about })
    const answers = await Promise.all([ask(), ask(), ask()])
    expect(statusesOf(answers)).toEqual([201, 409, 409])
    const { id } = answers.find(({ status }) => status === 201)?.body ?? {}
    const stranger = await aVolunteer()
    expect((await stranger.client.delete(`/api/admissions/${id}`)).status).toBe(404)
    expect((await volunteer.client.delete(`/api/admissions/${id}`)).status).toBe(204)
    expect((await decide(id, 'approved')).status).toBe(409)
    expect(await rolesOf(volunteer)).toEqual([])
  })

  it('is decided on only by the operator', async () => {
    const volunteer = await aVolunteer()
    const { body } = await volunteer.client.post('/api/admissions', { about })
    const decision = { subjectKind: 'admission', subjectId: body.id, decision: 'approved' }
    for (const admin of [await anAdmin(), await anAdmin({ in: open })])
      expect((await admin.client.post('/api/approvals', decision)).status).toBe(403)
  })

  it('who joins as a student withdraws the request, and a student cannot ask', async () => {
    const volunteer = await aVolunteer()
    const { body } = await volunteer.client.post('/api/admissions', { about })
    const joins = { open: true, role: 'student' }
    expect((await volunteer.client.post('/api/programme-memberships', joins)).status).toBe(201)
    expect((await volunteer.client.get('/api/admissions')).body.admissions).toMatchObject([
      { id: body.id, decision: 'withdrawn' },
    ])
    expect((await decide(body.id, 'approved')).body).toMatchObject({
      type: '/problems/already-decided',
      decision: 'withdrawn',
    })
    const student = await aStudent({ in: open })
    expect((await student.client.post('/api/admissions', { about })).body.type).toBe(
      '/problems/staff-beside-student',
    )
  })

  it.each(['student', 'mentor'] as const)(
    'who accepts an invitation as a %s withdraws the request',
    async (role) => {
      const [admin, volunteer] = [await anAdmin({ in: open }), await aVolunteer()]
      await volunteer.client.post('/api/admissions', { about })
      await admin.client.post('/api/invitations', { emails: [volunteer.email], role })
      const { invitations } = (await admin.client.get('/api/invitations')).body
      const { link } = invitations.find(({ email }: { email: string }) => email === volunteer.email)
      const token = link.split('/').at(-1)
      const accepted = await volunteer.client.post(`/api/invitations/${token}/acceptance`)
      expect(accepted.status, accepted.text).toBe(201)
      expect((await volunteer.client.get('/api/admissions')).body.admissions).toMatchObject([
        { decision: 'withdrawn' },
      ])
    },
  )

  it.each([
    ['student', '/problems/volunteer-is-student', []],
    ['mentor', undefined, ['mentor']],
  ])(
    'who is a %s there in spite of a request is decided on by what is so',
    async (role, type, roles) => {
      const volunteer = await aVolunteer()
      const { body } = await volunteer.client.post('/api/admissions', { about })
      const membership = [crypto.randomUUID(), volunteer.id, open.id, role, Date.now()]
      await sql(
        'INSERT INTO memberships (id, account_id, organization_id, role, created_at) VALUES (?1, ?2, ?3, ?4, ?5)',
        ...membership,
      )
      expect((await decide(body.id, 'approved')).body.type).toBe(type)
      expect((await rolesOf(volunteer)).filter((one: string) => one === 'mentor')).toEqual(roles)
      if (type) expect((await decide(body.id, 'declined', 'A student.')).status).toBe(201)
    },
  )

  it('under 18 is refused, if they have said when they were born', async () => {
    const volunteer = await aVolunteer()
    const birthYear = new Date().getUTCFullYear() - 17
    await sql('UPDATE accounts SET birth_year = ?2 WHERE id = ?1', volunteer.id, birthYear)
    const asked = await volunteer.client.post('/api/admissions', { about })
    expect(asked).toMatchObject({ status: 403, body: { type: '/problems/adults-only' } })
  })

  it('is not approved if they say after asking that they are under 18', async () => {
    const volunteer = await aVolunteer()
    await sql('UPDATE accounts SET birth_year = NULL WHERE id = ?1', volunteer.id)
    const { body } = await volunteer.client.post('/api/admissions', { about })
    const birthYear = new Date().getUTCFullYear() - 17
    await sql('UPDATE accounts SET birth_year = ?2 WHERE id = ?1', volunteer.id, birthYear)
    expect((await decide(body.id, 'approved')).body.type).toBe('/problems/volunteer-is-minor')
    expect(await rolesOf(volunteer)).toEqual([])
    expect((await decide(body.id, 'declined', 'Not 18 yet.')).status).toBe(201)
  })

  it('stays a mentor if they were one before', async () => {
    const mentor = await aMentor({ in: open })
    expect((await mentor.client.get('/api/review-work')).status).toBe(200)
    expect((await mentor.client.post('/api/admissions', { about })).body.type).toBe(
      '/problems/already-member',
    )
    const live = await env.DB.prepare(
      "SELECT count(*) AS n FROM memberships WHERE account_id = ? AND role = 'mentor' AND ended_at IS NULL",
    )
      .bind(mentor.id)
      .first<number>('n')
    expect(live).toBe(1)
  })
})
