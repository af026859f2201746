import { env } from 'cloudflare:workers'

import { hashToken, newToken } from '../../../worker/accounts/session/session.ts'
import { accountOwner } from '../../../worker/foundation/crypto/owner.ts'
import { seal } from '../../../worker/foundation/crypto/seal.ts'
import { invitationToken } from '../../../worker/organizations/invitation/invitation.ts'
import { admissions } from '../../../worker/organizations/tables.ts'
import { anAdmin, aProgramme, aStudent, type Person } from '../builders.ts'
import { sealingCall } from '../sealing.ts'
import type { Traffic } from './ask.ts'
import { leave, sql } from './rows.ts'
import type { World } from './world.ts'

const unique = (name: string) => `${name} ${crypto.randomUUID().slice(0, 8)}`

export const organizationTraffic: Traffic = {
  'POST /api/first-admin': firstAdmin,
  'POST /api/first-admin/recovery': recoveredAdmin,
  'GET /api/invitations': () => ({ as: 'admin', path: '/api/invitations' }),
  'POST /api/invitations': () => ({
    as: 'admin',
    path: '/api/invitations',
    body: { emails: [`${crypto.randomUUID()}@people.example`], role: 'student' },
  }),
  'DELETE /api/invitations/:invitationId': async (world) => ({
    as: 'admin',
    path: `/api/invitations/${await anInvitation(world)}`,
  }),
  'GET /api/invitations/:token': async (world) => ({
    as: 'anyone',
    path: `/api/invitations/${await aLink(await anInvitation(world))}`,
  }),
  'GET /api/invitations/:token/acceptance': async (world) => {
    const id = await anInvitation(world)
    const { id: accepted } = world.people.student
    await sql(
      'UPDATE invitations SET accepted_at = 1, accepted_by = ?1 WHERE id = ?2',
      accepted,
      id,
    )
    return { as: 'student', path: `/api/invitations/${await aLink(id)}/acceptance` }
  },
  'GET /api/invitations/:token/recipient': async (world) => ({
    as: 'no membership',
    path: (await anAcceptance(world)).replace(/acceptance$/, 'recipient'),
  }),
  'POST /api/invitations/:token/acceptance': async (world) => {
    const path = await anAcceptance(world)
    return { as: 'no membership', path, after: () => leave(world.people['no membership']) }
  },
  'GET /invitations/:token/mail-refusals': async (world) => ({
    as: 'anyone',
    path: `/invitations/${await aLink(await anInvitation(world))}/mail-refusals`,
  }),
  'POST /invitations/:token/mail-refusals': async (world) => ({
    as: 'anyone',
    path: `/invitations/${await aLink(await anInvitation(world))}/mail-refusals`,
  }),
  'GET /invitations/:token/mail-refusals/one-click': async (world) => ({
    as: 'anyone',
    path: `/invitations/${await aLink(await anInvitation(world))}/mail-refusals/one-click`,
  }),
  'POST /invitations/:token/mail-refusals/one-click': async (world) => ({
    as: 'anyone',
    path: `/invitations/${await aLink(await anInvitation(world))}/mail-refusals/one-click`,
  }),
  'POST /invitations/:token/mail-refusals/of-everybody': async (world) => ({
    as: 'anyone',
    path: `/invitations/${await aLink(await anInvitation(world))}/mail-refusals/of-everybody`,
  }),
  'GET /api/programme-memberships/open-programme': () => ({
    as: 'anyone',
    path: '/api/programme-memberships/open-programme',
  }),
  'POST /api/programme-memberships': async ({ people }) => {
    const programme = await aProgramme()
    const code = joinCode()
    await sql('UPDATE organizations SET join_code = ?1 WHERE id = ?2', code, programme.id)
    const after = () => leave(people['no membership'])
    return { as: 'no membership', path: '/api/programme-memberships', body: { code }, after }
  },
  'GET /api/admissions': () => ({ as: 'no membership', path: '/api/admissions' }),
  'POST /api/admissions': async ({ people }) => {
    await theOpenProgramme()
    await sql('DELETE FROM admissions WHERE account_id = ?1', people['no membership'].id)
    const about = 'I ran the night shift of a bakery for nine years and trained its apprentices.'
    return { as: 'no membership', path: '/api/admissions', body: { about } }
  },
  'DELETE /api/admissions/:admissionId': async ({ people }) => {
    const programme = await theOpenProgramme()
    const id = crypto.randomUUID()
    const owner = accountOwner(people['no membership'].id)
    await sql('DELETE FROM admissions WHERE account_id = ?1', people['no membership'].id)
    await sql(
      'INSERT INTO admissions (id, account_id, organization_id, about, asked_at) VALUES (?1, ?2, ?3, ?4, 0)',
      id,
      people['no membership'].id,
      programme,
      await seal(sealingCall(), admissions.about, id, owner, 'A baker.'),
    )
    return { as: 'no membership', path: `/api/admissions/${id}` }
  },
  'GET /api/members': () => ({ as: 'admin', path: '/api/members' }),
  'DELETE /api/members/:membershipId': async ({ home }) => {
    const { membershipId } = await aStudent({ in: home })
    return { as: 'admin', path: `/api/members/${membershipId}` }
  },
  'DELETE /api/memberships/:membershipId': async ({ people }) => ({
    as: 'student',
    path: `/api/memberships/${await anotherMembership(people.student)}`,
  }),
  'GET /api/cohorts': () => ({ as: 'admin', path: '/api/cohorts' }),
  'POST /api/cohorts': () => ({
    as: 'admin',
    path: '/api/cohorts',
    body: { name: unique('Autumn') },
  }),
  'PUT /api/cohorts/:cohortId/members': async (world) => ({
    as: 'admin',
    path: `/api/cohorts/${await world.once('cohort', () => aCohort(world))}/members`,
    body: { add: [world.people['fellow student'].membershipId], remove: [] },
  }),
  'GET /api/coachings': () => ({ as: 'admin', path: '/api/coachings' }),
  'POST /api/coachings': async (world) => ({
    as: 'admin',
    path: '/api/coachings',
    body: await aPair(world),
  }),
  'DELETE /api/coachings/:coachingId': async (world) => {
    const made = await world.people.admin.client.post('/api/coachings', await aPair(world))
    return { as: 'admin', path: `/api/coachings/${made.body.id}` }
  },
  'GET /api/organization': () => ({ as: 'admin', path: '/api/organization' }),
  'POST /api/organization': ({ people }) => ({
    as: 'no membership',
    path: '/api/organization',
    body: {
      name: unique('Bramley'),
      legalName: 'Bramley Foods Ltd',
      site: 'https://bramley.example',
      country: 'GB',
      contact: 'Owen Bramley, people office',
    },
    after: () => leave(people['no membership']),
  }),
  'PUT /api/organization': ({ home }) => ({
    as: 'admin',
    path: '/api/organization',
    body: { name: home.name, aliases: ['Harbour'] },
  }),
  'POST /api/open-programme': async () => {
    await sql('UPDATE organizations SET open = 0 WHERE open = 1')
    return { as: 'operator admin', path: '/api/open-programme', body: { name: unique('Open') } }
  },
  'GET /api/reviewer-sharings': () => ({ as: 'admin', path: '/api/reviewer-sharings' }),
  'POST /api/reviewer-sharings': async ({ home }) => {
    await endSharings(home)
    const { slug } = await aProgramme()
    const path = '/api/reviewer-sharings'
    return { as: 'admin', path, body: { programme: slug }, after: () => endSharings(home) }
  },
  'POST /api/reviewer-sharings/:sharingId/answer': async ({ home }) => ({
    as: 'admin',
    path: `/api/reviewer-sharings/${await aQuestionTo(home)}/answer`,
    body: { answer: 'declined' },
  }),
  'DELETE /api/reviewer-sharings/:sharingId': async ({ home }) => ({
    as: 'admin',
    path: `/api/reviewer-sharings/${await aSharing(home)}`,
    after: () => endSharings(home),
  }),
  'GET /api/dead-notes': () => ({ as: 'operator admin', path: '/api/dead-notes' }),
  'POST /api/dead-notes/:noteId/tries': async () => ({
    as: 'operator admin',
    path: `/api/dead-notes/${await aDeadNote()}/tries`,
  }),
  'GET /api/audit-entries': () => ({ as: 'admin', path: '/api/audit-entries' }),
}

/** Another programme asks this one to share reviewers. */
async function aQuestionTo({ id: asked }: { id: string }): Promise<string> {
  const [id, admin] = [crypto.randomUUID(), await anAdmin()]
  await sql(
    `INSERT INTO reviewer_sharings (id, asking_organization_id, asked_organization_id, asked_by, asked_at)
     VALUES (?1, ?2, ?3, ?4, ?5)`,
    id,
    admin.organizationId,
    asked,
    admin.id,
    Date.now(),
  )
  return id
}

/** A sharing of this programme that is in force. */
async function aSharing(home: { id: string }): Promise<string> {
  await endSharings(home)
  const id = await aQuestionTo(home)
  await sql(
    "UPDATE reviewer_sharings SET answer = 'accepted', answered_by = asked_by, answered_at = asked_at WHERE id = ?1",
    id,
  )
  const asking = '(SELECT asking_organization_id FROM reviewer_sharings WHERE id = ?1)'
  await sql(`UPDATE organizations SET pool_id = ${asking} WHERE id IN (?2, ${asking})`, id, home.id)
  return id
}

async function endSharings({ id }: { id: string }): Promise<void> {
  await sql(
    'DELETE FROM reviewer_sharings WHERE asking_organization_id = ?1 OR asked_organization_id = ?1',
    id,
  )
  await sql(
    `UPDATE organizations SET pool_id = NULL WHERE pool_id =
      (SELECT pool_id FROM organizations WHERE id = ?1)`,
    id,
  )
}

async function aDeadNote(): Promise<string> {
  const id = crypto.randomUUID()
  await sql(
    `INSERT INTO outbox (id, kind, consumer, lane, subject_id, payload, due_at, first_due_at, dead_at, problem)
     VALUES (?1, 'attempt.submitted', 'places', 1, ?1, '{}', 0, 0, 0, 'mail-away')`,
    id,
  )
  return id
}

/** The id of the one open programme; made if there is none. */
export async function theOpenProgramme(): Promise<string> {
  const find = env.DB.prepare('SELECT id FROM organizations WHERE open = 1')
  const found = await find.first<string>('id')
  return found ?? (await aProgramme({ open: true })).id
}

/**
 * A setup token works only while there is no admin and no operator. So all admins become mentors,
 * marked by `seen_week`, and the operator an ordinary programme, marked by `created_at`. `after`
 * restores them.
 */
async function firstAdmin({ people }: World) {
  const token = newToken()
  await sql(
    'INSERT INTO setup_tokens (token_hash, expires_at) VALUES (?1, ?2)',
    await hashToken(token),
    Date.now() + 3_600_000,
  )
  await sql("UPDATE memberships SET role = 'mentor', seen_week = -1 WHERE role = 'admin'")
  await sql('UPDATE organizations SET operator = 0, created_at = -created_at WHERE operator = 1')
  return {
    as: 'no membership' as const,
    path: '/api/first-admin',
    body: { token, programmeName: unique('First') },
    after: async () => {
      await leave(people['no membership'])
      await sql("UPDATE memberships SET role = 'mentor' WHERE role = 'admin'")
      await sql("UPDATE memberships SET role = 'admin', seen_week = NULL WHERE seen_week = -1")
      await sql('UPDATE organizations SET operator = 0 WHERE operator = 1')
      await sql(
        'UPDATE organizations SET operator = 1, created_at = -created_at WHERE created_at < 0',
      )
    },
  }
}

async function recoveredAdmin({ people }: World) {
  const token = newToken()
  await sql(
    'INSERT INTO setup_tokens (token_hash, expires_at, recovers) VALUES (?1, ?2, 1)',
    await hashToken(token),
    Date.now() + 3_600_000,
  )
  return {
    as: 'no membership' as const,
    path: '/api/first-admin/recovery',
    body: { token },
    after: () => leave(people['no membership']),
  }
}

/** A membership of this person in one more programme. */
async function anotherMembership({ id }: Pick<Person, 'id'>): Promise<string> {
  const membershipId = crypto.randomUUID()
  await sql(
    `INSERT INTO memberships (id, account_id, organization_id, role, created_at)
     VALUES (?1, ?2, ?3, 'student', ?4)`,
    membershipId,
    id,
    (await aProgramme()).id,
    Date.now(),
  )
  return membershipId
}

async function anInvitation({ people }: World, email?: string): Promise<string> {
  const { body } = await people.admin.client.post('/api/invitations', {
    emails: [email ?? `${crypto.randomUUID()}@people.example`],
    role: 'student',
  })
  return body.invitations[0]
}

const aLink = (invitationId: string) => invitationToken(sealingCall(), invitationId)

function joinCode(): string {
  const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
  const bytes = crypto.getRandomValues(new Uint8Array(8))
  return Array.from(bytes, (byte) => letters[byte % 30]).join('')
}

async function aCohort({ people }: World): Promise<string> {
  return (await people.admin.client.post('/api/cohorts', { name: unique('Spring') })).body.id
}

/** A mentor and a student of the programme, without a coaching between them. */
async function aPair({ people }: World) {
  const pair = { mentorId: people.mentor.id, studentId: people['fellow student'].id }
  const ids = [pair.mentorId, pair.studentId] as const
  await sql('DELETE FROM coachings WHERE mentor_id = ?1 AND student_id = ?2', ...ids)
  return pair
}

/** The path at which the person without a membership accepts an invitation. */
async function anAcceptance(world: World): Promise<string> {
  const invited = world.people['no membership']
  await leave(invited)
  await sql(
    'DELETE FROM invitations WHERE email_index IN (SELECT email_index FROM accounts WHERE id = ?1)',
    invited.id,
  )
  return `/api/invitations/${await aLink(await anInvitation(world, invited.email))}/acceptance`
}
