import { hashToken, newToken } from '../../../worker/accounts/session/session.ts'
import { sessions } from '../../../worker/accounts/tables.ts'
import { coachings } from '../../../worker/organizations/tables.ts'
import {
  aMentor,
  anAdmin,
  anEmployer,
  aProgramme,
  aRecruiter,
  aStudent,
  db,
  type Organization,
  type Person,
} from '../builders.ts'
import { Client } from '../client.ts'
import { aHiringEmployer, theOperator } from '../hiring.ts'
import { aChallenge, hasPractised, type TestChallenge } from '../reviews.ts'
import { leave, sql } from './rows.ts'
import { once } from '../once.ts'

export const people = [
  'no membership',
  'student',
  'fellow student',
  'student elsewhere',
  'mentor',
  'coaching mentor',
  'mentor elsewhere',
  'recruiter',
  'recruiter elsewhere',
  'unapproved recruiter',
  'admin',
  'admin elsewhere',
  'employer admin',
  'operator admin',
  'disabled',
  'membership ended',
] as const

/** A person of the world, by the name that tests use. */
export type Name = (typeof people)[number]

/**
 * Two programmes and three employers with their people, and the operator. Each person owns what
 * `traffic.ts` makes for the requests in their name.
 */
export interface World {
  home: Organization
  employer: Organization
  openingId: string
  challenge: TestChallenge
  people: Record<Name, Person>
  /** Makes a thing once for each name, for rows that no request uses up. */
  once: <Made>(name: string, make: () => Promise<Made>) => Promise<Made>
}

/** The world of a test file, made once: its rows live until the file ends. */
export function theWorld(): Promise<World> {
  return once('world', makeWorld)
}

async function makeWorld(): Promise<World> {
  const home = await aProgramme({ name: 'Harbour College' })
  const away = await aProgramme({ name: 'Hill College' })
  const operator = await theOperator()
  const { employer, recruiter, openingId } = await aHiringEmployer()
  const other = await aHiringEmployer()
  const challenge = await aChallenge()
  const people = {
    'no membership': await withoutMembership(),
    student: await aStudent({ in: home, name: 'Leila Haddad' }),
    'fellow student': await aStudent({ in: home }),
    'student elsewhere': await aStudent({ in: away }),
    mentor: await aMentor({ in: home }),
    'coaching mentor': await aMentor({ in: home }),
    'mentor elsewhere': await aMentor({ in: away }),
    recruiter,
    'recruiter elsewhere': other.recruiter,
    'unapproved recruiter': await aRecruiter({ in: await anEmployer({ state: 'waiting' }) }),
    admin: await anAdmin({ in: home }),
    'admin elsewhere': await anAdmin({ in: away }),
    'employer admin': await anAdmin({ in: employer }),
    'operator admin': operator,
    disabled: await aStudent({ in: home }),
    'membership ended': await aStudent({ in: home }),
  }
  await sql('UPDATE accounts SET disabled_at = ?1 WHERE id = ?2', Date.now(), people.disabled.id)
  await leave(people['membership ended'])
  await db.insert(coachings).values({
    id: crypto.randomUUID(),
    mentorId: people['coaching mentor'].id,
    studentId: people.student.id,
    organizationId: home.id,
    createdAt: new Date(),
  })
  for (const name of ['fellow student', 'mentor', 'coaching mentor'] as const)
    await hasPractised(people[name], challenge)
  const made = new Map<string, Promise<unknown>>()
  return {
    home,
    employer,
    openingId,
    challenge,
    people,
    once: <Made>(name: string, make: () => Promise<Made>) => {
      if (!made.has(name)) made.set(name, make())
      return made.get(name) as Promise<Made>
    },
  }
}

async function withoutMembership(): Promise<Person> {
  const person = await aStudent()
  await leave(person)
  return person
}

interface SignedIn {
  /** Minutes since the code was proven. */
  provenMinutesAgo?: number
  expired?: true
}

/** Another browser of a person, signed in. Without a membership id the session has no role. */
export async function signIn(
  { id, membershipId }: Pick<Person, 'id' | 'membershipId'>,
  { provenMinutesAgo = 0, expired }: SignedIn = {},
): Promise<Client> {
  const token = newToken()
  const now = Date.now()
  const provenAt = new Date(now - provenMinutesAgo * 60_000)
  await db.insert(sessions).values({
    tokenHash: await hashToken(token),
    id: crypto.randomUUID(),
    accountId: id,
    membershipId,
    createdAt: provenAt,
    expiresAt: new Date(now + (expired ? -1000 : 86_400_000)),
    idleSeconds: 86_400,
    seenAt: new Date(now),
    provenAt,
    sharedComputer: false,
    device: 'Test',
  })
  return new Client(token)
}
