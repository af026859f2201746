import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { accounts, memberships, sessions } from '../../../worker/accounts/tables.ts'
import { auditEntries } from '../../../worker/audit/tables.ts'
import { cohorts } from '../../../worker/organizations/tables.ts'
import { anAdmin, db, type Person } from '../../support/builders.ts'
import { beforeCommit } from '../../support/before-commit.ts'

/** Makes a cohort while `event` happens after authorization and before the commit. */
async function makeCohort(admin: Person, name: string, event: () => Promise<unknown>) {
  const DB = beforeCommit(env.DB, event)
  return admin.client.post('/api/cohorts', { name }, { env: { DB } })
}

async function left(admin: Person) {
  const made = await db
    .select()
    .from(cohorts)
    .where(eq(cohorts.organizationId, admin.organizationId))
  const entries = await db.select().from(auditEntries).where(eq(auditEntries.actorId, admin.id))
  return made.length + entries.length
}

const endMembership = (admin: Person) =>
  db.update(memberships).set({ endedAt: new Date() }).where(eq(memberships.id, admin.membershipId))

it('writes nothing for a person whose membership ended between authorization and commit', async () => {
  const admin = await anAdmin()
  await anAdmin({ in: { id: admin.organizationId } })
  const answer = await makeCohort(admin, 'Too late', () => endMembership(admin))
  // Ending a membership ends the sessions that act in it.
  expect([answer.status, answer.body.type]).toEqual([401, expect.stringContaining('not-signed-in')])
  expect(await left(admin)).toBe(0)
})

it('writes nothing if the membership ended but the session stayed', async () => {
  const admin = await anAdmin()
  await anAdmin({ in: { id: admin.organizationId } })
  const [session] = await db.select().from(sessions).where(eq(sessions.accountId, admin.id))
  const answer = await makeCohort(admin, 'Too late', async () => {
    await endMembership(admin)
    await db.insert(sessions).values(session ?? never())
  })
  expect([answer.status, answer.body.type]).toEqual([403, expect.stringContaining('no-role')])
  expect(await left(admin)).toBe(0)
})

it('writes nothing for a session that was ended from another device meanwhile', async () => {
  const admin = await anAdmin()
  const answer = await makeCohort(admin, 'Too late', () =>
    db.delete(sessions).where(eq(sessions.accountId, admin.id)),
  )
  expect(answer.status).toBe(401)
  expect(await left(admin)).toBe(0)
})

it('writes nothing for an account that was closed meanwhile', async () => {
  const admin = await anAdmin()
  const answer = await makeCohort(admin, 'Too late', () =>
    db.update(accounts).set({ disabledAt: new Date() }).where(eq(accounts.id, admin.id)),
  )
  expect(answer.status).toBe(401)
  expect(await left(admin)).toBe(0)
})

it('writes for everybody else, and a repeated request gets the same answer', async () => {
  const admin = await anAdmin()
  const headers = { 'idempotency-key': crypto.randomUUID() }
  const made = await admin.client.post('/api/cohorts', { name: 'In time' }, { headers })
  const again = await admin.client.post('/api/cohorts', { name: 'In time' }, { headers })
  expect([made.status, again.status]).toEqual([201, 200])
  expect(again.body).toEqual(made.body)
  expect(await left(admin)).toBe(2)
})

it('an act that ends its own session is still committed', async () => {
  const admin = await anAdmin()
  expect((await admin.client.delete('/api/session')).status).toBe(204)
  expect(await db.select().from(sessions).where(eq(sessions.accountId, admin.id))).toEqual([])
})

function never(): never {
  throw new Error('There was a session.')
}
