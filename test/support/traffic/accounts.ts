import { hashCode } from '../../../worker/accounts/sign-in/code.ts'
import { emailIndex } from '../../../worker/accounts/account/email.ts'
import { hashToken, newToken } from '../../../worker/accounts/session/session.ts'
import { erasureDue } from '../../../worker/accounts/erasure/erasure.ts'
import { erasures, sessions, signIns } from '../../../worker/accounts/tables.ts'
import { seal } from '../../../worker/foundation/crypto/seal.ts'
import { aStudent, db, type Person } from '../builders.ts'
import type { Traffic } from './ask.ts'
import { sql } from './rows.ts'
import { signIn, type World } from './world.ts'
import { dayOwner } from '../../../worker/foundation/crypto/owner.ts'
import { sealingCall } from '../sealing.ts'

/** Every code that `aCode` mails. */
export const theCode = '23456789'
const anEmail = () => `${crypto.randomUUID()}@people.example`

export const accountTraffic: Traffic = {
  'POST /api/sign-ins': () => ({
    as: 'anyone',
    path: '/api/sign-ins',
    body: { email: anEmail() },
  }),
  'POST /api/session': async () => ({
    as: 'anyone',
    path: '/api/session',
    body: { by: 'code', code: theCode, sharedComputer: false },
    cookies: await aCode({ email: anEmail() }),
  }),
  'GET /api/session': () => ({ as: 'student', path: '/api/session' }),
  'DELETE /api/session': () => ({ as: 'student', path: '/api/session' }),
  'PUT /api/session/membership': ({ people }) => ({
    as: 'student',
    path: '/api/session/membership',
    body: { membershipId: people.student.membershipId },
  }),
  'POST /api/session/confirmation/codes': async () => {
    // Ten per hour and address are allowed; a test may need more.
    await sql('DELETE FROM counters')
    return { as: 'student', path: '/api/session/confirmation/codes' }
  },
  'POST /api/session/confirmation': async ({ people }) => ({
    as: 'student',
    path: '/api/session/confirmation',
    body: { code: theCode },
    cookies: await aCode({ email: people.student.email, accountId: people.student.id }),
  }),
  'GET /api/sessions': () => ({ as: 'student', path: '/api/sessions' }),
  'DELETE /api/sessions/:sessionId': async (world) => ({
    as: 'student',
    path: `/api/sessions/${await aSessionOf(world.people.student)}`,
  }),
  'GET /api/erasure': () => ({ as: 'student', path: '/api/erasure' }),
  'POST /api/erasure': async () => {
    const restore = await everySession()
    return { as: 'student', path: '/api/erasure', after: restore }
  },
  'GET /api/erasures/:token': async () => ({
    as: 'anyone',
    path: `/api/erasures/${await anErasure()}`,
  }),
  'DELETE /api/erasures/:token': async () => ({
    as: 'anyone',
    path: `/api/erasures/${await anErasure()}`,
  }),
  'GET /api/account': () => ({ as: 'student', path: '/api/account' }),
  'PUT /api/account/zone': () => ({
    as: 'student',
    path: '/api/account/zone',
    body: { zone: 'Europe/London', region: 'GB' },
  }),
  'PUT /api/account': async (world) => ({
    as: 'student',
    path: '/api/account',
    body: {
      name: 'Leila Haddad',
      language: 'en',
      reading: {
        size: 'large',
        spacing: 'normal',
        typeface: 'sans',
        contrast: 'normal',
        shortcuts: true,
      },
      version: await accountVersion(world),
    },
  }),
}

interface Code {
  email: string
  /** Set for a person who proves again who they are. */
  accountId?: string
  at?: Date
}

/** A mailed code; returns the cookie of the browser that asked for it. */
export async function aCode({
  email,
  accountId,
  at = new Date(),
}: Code): Promise<Record<string, string>> {
  const token = newToken()
  const idHash = await hashToken(token)
  await db.insert(signIns).values({
    idHash,
    email: await seal(sealingCall(), signIns.email, idHash, dayOwner(at), email),
    emailIndex: await emailIndex(sealingCall(), email),
    codeHash: await hashCode(sealingCall(), idHash, theCode),
    accountId: accountId ?? null,
    createdAt: at,
    expiresAt: new Date(at.getTime() + 600_000),
    tries: 0,
  })
  return { '__Host-signin': token }
}

/** Reads all sessions. Returns a function that undoes all erasures and restores these sessions. */
async function everySession(): Promise<() => Promise<void>> {
  const all = await db.select().from(sessions)
  return async () => {
    await sql(`UPDATE accounts SET disabled_at = NULL WHERE id IN (
      SELECT account_id FROM erasures WHERE undone_at IS NULL AND finished_at IS NULL)`)
    await sql('UPDATE erasures SET undone_at = due_at WHERE finished_at IS NULL')
    for (const session of all) await db.insert(sessions).values(session).onConflictDoNothing()
  }
}

/** The token of the link that undoes an erasure, of a person made for this request only. */
async function anErasure(): Promise<string> {
  const { id } = await aStudent()
  const token = newToken()
  const now = Date.now()
  await sql('UPDATE accounts SET disabled_at = ?1 WHERE id = ?2', now, id)
  await db.insert(erasures).values({
    id: crypto.randomUUID(),
    accountId: id,
    tokenHash: await hashToken(token),
    askedAt: new Date(now),
    dueAt: erasureDue(new Date(now)),
  })
  return token
}

async function aSessionOf(person: Person): Promise<string> {
  const other = await signIn(person)
  const { body } = await other.get('/api/sessions')
  return body.sessions.find(({ current }: { current: boolean }) => current).id
}

async function accountVersion({ people }: World): Promise<number> {
  return (await people.student.client.get('/api/account')).body.version
}
