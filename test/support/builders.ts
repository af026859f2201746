import { env } from 'cloudflare:workers'

import { hashToken, newToken } from '../../worker/accounts/session/session.ts'
import { accounts, memberships, sessions } from '../../worker/accounts/tables.ts'
import { emailIndex } from '../../worker/accounts/account/email.ts'
import type { Role } from '../../worker/foundation/call/call.ts'
import { connect } from '../../worker/foundation/call/db.ts'
import { organizations } from '../../worker/organizations/tables.ts'
import { Client } from './client.ts'
import { sealEmail, sealName } from '../../worker/accounts/account/open-account.ts'
import { sealContact } from '../../worker/organizations/organization/open-contact.ts'
import { sealingCall } from './sealing.ts'

export const db = connect(env.DB)

export interface Person {
  id: string
  name: string
  email: string
  membershipId: string
  organizationId: string
  client: Client
}

export interface Organization {
  id: string
  name: string
  slug: string
}

interface PersonOptions {
  in?: { id: string }
  name?: string
  birthYear?: number | null
  /** Minutes since the code was proven. */
  provenMinutesAgo?: number
  now?: Date
}

const hour = 3_600_000

export async function aProgramme(
  options: { operator?: boolean; open?: boolean; name?: string; createdAt?: Date } = {},
): Promise<Organization> {
  return anOrganization('programme', options)
}

export async function anEmployer(
  options: { state?: 'waiting' | 'approved' | 'declined' | 'ended'; name?: string } = {},
): Promise<Organization> {
  return anOrganization('employer', { state: 'approved', ...options })
}

export const aStudent = (options: PersonOptions = {}) => aPerson('student', options)
export const aMentor = (options: PersonOptions = {}) => aPerson('mentor', options)
export const anAdmin = (options: PersonOptions = {}) => aPerson('admin', options)
export const aRecruiter = (options: PersonOptions = {}) => aPerson('recruiter', options)

async function anOrganization(
  kind: 'programme' | 'employer',
  options: {
    operator?: boolean
    open?: boolean
    name?: string
    state?: 'waiting' | 'approved' | 'declined' | 'ended'
    createdAt?: Date
  },
): Promise<Organization> {
  const id = crypto.randomUUID()
  const name = options.name ?? `${kind} ${id.slice(0, 8)}`
  const slug = `${kind}-${id.slice(0, 8)}`
  await db.insert(organizations).values({
    id,
    kind,
    operator: options.operator ?? false,
    open: options.open ?? false,
    name,
    slug,
    aliases: '[]',
    legalName: kind === 'employer' ? name : null,
    site: kind === 'employer' ? `https://${slug}.example` : null,
    country: kind === 'employer' ? 'GB' : null,
    contact:
      kind === 'employer' ? await sealContact(sealingCall(), id, `people@${slug}.example`) : null,
    state: options.state ?? 'approved',
    createdAt: options.createdAt ?? new Date(Date.now() - 30 * 24 * hour),
  })
  return { id, name, slug }
}

/** Somebody signed in and acting in a membership; a new organization unless one is given. */
async function aPerson(role: Role, options: PersonOptions): Promise<Person> {
  const now = options.now ?? new Date()
  const home = options.in ?? (role === 'recruiter' ? await anEmployer() : await aProgramme())
  const id = crypto.randomUUID()
  const email = `${id}@people.example`
  const name = options.name ?? `Person ${id.slice(0, 8)}`
  const membershipId = crypto.randomUUID()
  const token = newToken()
  const birthYear = options.birthYear === undefined ? 1998 : options.birthYear
  const provenAt = new Date(now.getTime() - (options.provenMinutesAgo ?? 0) * 60_000)
  const call = sealingCall()
  await db.batch([
    db.insert(accounts).values({
      id,
      email: await sealEmail(call, id, email),
      emailIndex: await emailIndex(sealingCall(), email),
      emailIndexKey: '1',
      name: await sealName(call, id, name),
      language: 'en',
      birthYear: role === 'student' ? birthYear : null,
      reading: '{}',
      createdAt: now,
      version: 1,
    }),
    db.insert(memberships).values({
      id: membershipId,
      accountId: id,
      organizationId: home.id,
      role,
      createdAt: now,
    }),
    db.insert(sessions).values({
      tokenHash: await hashToken(token),
      id: crypto.randomUUID(),
      accountId: id,
      membershipId,
      createdAt: provenAt,
      expiresAt: new Date(now.getTime() + 400 * 24 * hour),
      // Long, so that a test can move the clock by weeks; session lifetimes have their own tests.
      idleSeconds: 400 * 24 * 3600,
      seenAt: now,
      provenAt,
      sharedComputer: false,
      device: 'Test',
    }),
  ])
  return { id, name, email, membershipId, organizationId: home.id, client: new Client(token) }
}
