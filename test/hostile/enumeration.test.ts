import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'

import { invitationToken } from '../../worker/organizations/invitation.ts'
import { anAward } from '../support/awards.ts'
import { anAdmin, anEmployer, aProgramme, aStudent } from '../support/builders.ts'
import { Client } from '../support/client.ts'
import { countingDb } from '../support/counting-db.ts'
import { aHiringEmployer } from '../support/hiring.ts'
import { anAsking } from '../support/interviewing.ts'
import { askOf, liftRateLimits, send } from '../support/traffic.ts'
import { aCode, theCode } from '../support/traffic/accounts.ts'
import { type Name, signIn, sql, theWorld } from '../support/traffic/world.ts'
import { type Expected, hiringDoors, programmeDoors } from './matrix.ts'

liftRateLimits()

const anId = () => crypto.randomUUID()
const aToken = () => `${anId()}${anId()}`.replaceAll('-', '').slice(0, 43)

type Ask = (options: { env: { DB: D1Database } }) => ReturnType<Client['get']>

/** All that an answer can tell apart: what it says, in how many bytes, for how much work. */
async function told(ask: Ask) {
  const { DB, trips } = countingDb(env.DB)
  const { status, text, headers } = await ask({ env: { DB } })
  return { status, text, names: [...headers.keys()].toSorted(), trips: trips() }
}

async function expectAlike(one: Ask, ...others: Ask[]): Promise<number> {
  const first = await told(one)
  for (const other of others) expect(await told(other)).toEqual(first)
  return first.status
}

describe('an address', () => {
  it('that is known, unknown or disabled gets the same answer for the same work', async () => {
    const [known, disabled] = [await aStudent(), await aStudent()]
    await sql('UPDATE accounts SET disabled_at = 1 WHERE id = ?1', disabled.id)
    const asked =
      (email: string): Ask =>
      (options) =>
        new Client().post('/api/sign-ins', { email }, options)
    const status = await expectAlike(
      asked(`${anId()}@people.example`),
      asked(known.email),
      asked(known.email.toUpperCase()),
      asked(disabled.email),
    )
    expect(status).toBe(202)
  })

  it('that is disabled cannot be told from a wrong code', async () => {
    const disabled = await aStudent()
    await sql('UPDATE accounts SET disabled_at = 1 WHERE id = ?1', disabled.id)
    const tried = async (email: string, code: string): Promise<Ask> => {
      const client = new Client()
      for (const [name, value] of Object.entries(await aCode({ email })))
        client.cookies.set(name, value)
      return (options) =>
        client.post('/api/session', { by: 'code', code, sharedComputer: false }, options)
    }
    const status = await expectAlike(
      await tried(disabled.email, theCode),
      await tried(disabled.email, 'ZZZZZZZZ'),
      await tried(`${anId()}@people.example`, 'ZZZZZZZZ'),
    )
    expect(status).toBe(401)
  })
})

/** Somebody in the same role to whom the thing does not belong. */
function strangerTo({ who }: Expected): Name {
  if (who === 'account' || who.includes('student')) return 'student elsewhere'
  return who.includes('admin') && !who.includes('recruiter')
    ? 'admin elsewhere'
    : 'recruiter elsewhere'
}

const owned = Object.entries({ ...programmeDoors, ...hiringDoors }).filter(
  ([door, { of, others }]) => of && !others && /:\w+Id|:pseudonym/.test(door),
)

it.each(owned)(
  "%s tells somebody else's id from no id at all by nothing",
  async (door, expected) => {
    const ask = await askOf(door)
    const { people } = await theWorld()
    const stranger = await signIn(people[strangerTo(expected)])
    const ids = ask.path.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []
    expect(ids).toHaveLength(1)
    const unknown = { ...ask, path: ask.path.replace(ids[0] ?? '', anId()) }
    const status = await expectAlike(
      (options) => send(stranger, door, ask, options),
      (options) => send(stranger, door, unknown, options),
    )
    expect(status).toBe(404)
    await ask.after?.()
  },
)

describe('what is public when its owner says so', () => {
  it('is, while it is not, the same page as what never was', async () => {
    const home = await aProgramme()
    const { id } = await anAward(await aStudent({ in: home }))
    const stranger = new Client()
    for (const accept of ['text/html', 'application/json', 'application/vc']) {
      const read =
        (path: string): Ask =>
        (options) =>
          stranger.get(path, { ...options, headers: { accept } })
      expect(await expectAlike(read(`/credentials/${id}`), read(`/credentials/${anId()}`))).toBe(
        404,
      )
      expect(
        await expectAlike(read(`/credentials/${id}.json`), read(`/credentials/${anId()}.json`)),
      ).toBe(404)
    }
  })

  it('is nothing of a programme without a badge, nor of an employer', async () => {
    const [programme, employer] = [await aProgramme(), await anEmployer()]
    const read =
      (slug: string): Ask =>
      (options) =>
        new Client().get(`/organizations/${slug}`, options)
    expect(
      await expectAlike(read('no-such-college'), read(programme.slug), read(employer.slug)),
    ).toBe(404)
    const did = (slug: string) => read(`${slug}/did.json`)
    expect(await expectAlike(did('no-such-college'), did(programme.slug), did(employer.slug))).toBe(
      404,
    )
  })
})

it('an invitation that was used, taken back or is too old is one that never was', async () => {
  const admin = await anAdmin()
  const emails = Array.from({ length: 3 }, () => `${anId()}@people.example`)
  const { body } = await admin.client.post('/api/invitations', { emails, role: 'student' })
  const [used, withdrawn, old] = body.invitations as [string, string, string]
  await sql('UPDATE invitations SET accepted_at = 1 WHERE id = ?1', used)
  await sql('UPDATE invitations SET withdrawn_at = 1 WHERE id = ?1', withdrawn)
  await sql('UPDATE invitations SET expires_at = 1 WHERE id = ?1', old)
  const tokens = await Promise.all(
    [used, withdrawn, old].map((id) => invitationToken(env.EMAIL_INDEX_KEY, id)),
  )
  const client = await signIn(await aStudent())
  for (const token of tokens) {
    const read =
      (each: string): Ask =>
      (options) =>
        new Client().get(`/api/invitations/${each}`, options)
    expect(await expectAlike(read(aToken()), read(token))).toBe(404)
    const accepted =
      (each: string): Ask =>
      (options) =>
        client.post(`/api/invitations/${each}/acceptance`, {}, options)
    expect(await expectAlike(accepted(aToken()), accepted(token))).toBe(404)
  }
})

describe('a pseudonym', () => {
  it('of another employer, or of a student who blocked this one, is nobody', async () => {
    const hiring = await aHiringEmployer()
    const [mine, theirs] = [await anAsking(hiring), await anAsking()]
    await mine.student.client.post('/api/blocks', { organizationId: hiring.employer.id })
    const { client } = hiring.recruiter
    const viewed =
      (pseudonym: string): Ask =>
      (options) =>
        client.post(`/api/cards/${pseudonym}/views`, {}, options)
    const asked =
      (pseudonym: string): Ask =>
      (options) => {
        const body = { pseudonym, openingId: hiring.openingId }
        return client.post('/api/interview-requests', body, options)
      }
    for (const use of [viewed, asked]) {
      expect(await expectAlike(use(anId()), use(theirs.pseudonym), use(mine.pseudonym))).toBe(404)
    }
  })
})

describe('an id in a body', () => {
  it("that is somebody else's is like one that is nobody's", async () => {
    const world = await theWorld()
    const { people, openingId } = world
    const other = await signIn(people['recruiter elsewhere'])
    const searched =
      (id: string): Ask =>
      (options) =>
        other.post('/api/searches', { openingId: id, criteria: {} }, options)
    expect(await expectAlike(searched(openingId), searched(anId()))).toBe(404)

    const adminElsewhere = await signIn(people['admin elsewhere'])
    const coached =
      (mentorId: string, studentId: string): Ask =>
      (options) =>
        adminElsewhere.post('/api/coachings', { mentorId, studentId }, options)
    expect(
      await expectAlike(coached(people.mentor.id, people.student.id), coached(anId(), anId())),
    ).toBe(404)

    const stranger = await signIn(people['student elsewhere'])
    const acted =
      (membershipId: string): Ask =>
      (options) =>
        stranger.put('/api/session/membership', { membershipId }, options)
    expect(await expectAlike(acted(people.student.membershipId), acted(anId()))).toBe(404)
  })
})
