import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { freeSlug, slugOf } from '../../../worker/organizations/organization/slug.ts'
import { aProgramme, aStudent, anAdmin, anEmployer, db } from '../../support/builders.ts'
import { hashToken, newToken } from '../../../worker/accounts/session/session.ts'
import { leave, sql as run } from '../../support/traffic/rows.ts'
import { signIn } from '../../support/traffic/world.ts'

it('the first slug that no organization has is taken', async () => {
  const taken = await aProgramme()
  const { slug } = await db.get<{ slug: string }>(
    sql`SELECT ${freeSlug([taken.slug, `${taken.slug}-2`])} AS slug`,
  )
  expect(slug).toBe(`${taken.slug}-2`)
})

it('a programme is founded although another organization has the slug of its name', async () => {
  const name = 'Harbour College'
  const other = await anEmployer()
  await run('UPDATE organizations SET slug = ?2 WHERE id = ?1', other.id, slugOf(name))
  // Nobody is an admin before the first one is.
  await run("DELETE FROM memberships WHERE role = 'admin'")
  const token = newToken()
  const values = [await hashToken(token), Date.now() + 60_000]
  await run('INSERT INTO setup_tokens (token_hash, expires_at) VALUES (?1, ?2)', ...values)
  const person = await aStudent()
  await leave(person)
  const client = await signIn(person)

  const founded = await client.post('/api/first-admin', { token, programmeName: name })
  expect(founded.status, founded.text).toBe(201)
  const row = await db.get<{ slug: string }>(
    sql`SELECT slug FROM organizations WHERE id = ${founded.body.organizationId}`,
  )
  expect(row?.slug).toMatch(/^harbour-college-[0-9a-f]{6}$/)
})

it('cohorts are for programmes, not for employers', async () => {
  const admin = await anAdmin({ in: await anEmployer() })
  expect(await admin.client.post('/api/cohorts', { name: 'Autumn' })).toMatchObject({
    status: 403,
    body: { type: '/problems/not-for-your-role' },
  })
})
