import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { memberships, sessions } from '../../../worker/accounts/tables.ts'
import {
  aMentor,
  anAdmin,
  aProgramme,
  aRecruiter,
  aStudent,
  db,
  type Person,
} from '../../support/builders.ts'
import { appOfNoPages } from '../../support/app-of-no-pages.ts'
import { Client } from '../../support/client.ts'
import { codeFor } from '../../support/mailbox.ts'
import { settle } from '../../support/settle.ts'

const day = 86_400_000
const start = Date.now()
const on = (days: number) => new Date(start + days * day)

it('the ninety days of a student end at the same time, however often the membership is switched', async () => {
  const student = await signedIn(await aStudent())
  const [began, end] = await termOf(student)
  expect(Math.round((end - began) / day)).toBe(90)

  for (const days of [20, 40, 60, 80, 89]) {
    for (const membershipId of [null, student.membershipId]) {
      const put = await switchTo(student, membershipId, days)
      expect(put.status, put.text).toBeLessThan(300)
    }
  }

  expect(await termOf(student)).toEqual([began, end])
  expect((await student.client.get('/api/session', { at: new Date(end - 1_000) })).status).toBe(200)
  expect((await student.client.get('/api/session', { at: new Date(end) })).status).toBe(401)
})

it('a fresh proof does not make a session longer', async () => {
  const student = await signedIn(await aStudent())
  const term = await termOf(student)

  const asked = await student.client.post('/api/session/confirmation/codes', {}, { at: on(25) })
  expect(asked.status, asked.text).toBeLessThan(300)
  await settle(on(25))
  const code = codeFor(student.email)
  const proven = await student.client.post('/api/session/confirmation', { code }, { at: on(25) })

  expect(proven.status, proven.text).toBeLessThan(300)
  expect(await termOf(student)).toEqual(term)
})

it('a role with a shorter term shortens the session, and leaving it does not lengthen it again', async () => {
  const recruiter = await aRecruiter()
  const person = await signedIn(recruiter)
  const programme = await aProgramme()
  const asStudent = crypto.randomUUID()
  await db.insert(memberships).values({
    id: asStudent,
    accountId: person.id,
    organizationId: programme.id,
    role: 'student',
    createdAt: new Date(),
  })
  const [began, end] = await termOf(person)
  expect(Math.round((end - began) / day)).toBe(7)

  await switchTo(person, asStudent, 0.4)
  expect(await termOf(person)).toEqual([began, end])

  await db
    .update(sessions)
    .set({ expiresAt: on(90) })
    .where(eq(sessions.accountId, person.id))
  await switchTo(person, recruiter.membershipId, 0.8)
  const [, shorter] = await termOf(person)
  expect(shorter - on(7.8).getTime()).toBeLessThan(60_000)
  await switchTo(person, null, 1)
  expect((await termOf(person))[1]).toBe(shorter)
})

it.each([
  ['student', aStudent, 30 * 24],
  ['mentor', aMentor, 7 * 24],
  ['recruiter', aRecruiter, 12],
  ['admin', anAdmin, 2],
] as const)('a session of a %s that nobody uses ends after its hours', async (_, build, hours) => {
  const { client } = await signedIn(await build())
  const statusAfter = async (minutes: number) =>
    (await client.get('/api/session', { at: on((hours * 60 + minutes) / 1_440) })).status
  expect(await statusAfter(5)).toBe(401)
  expect(await statusAfter(-5)).toBe(200)
})

it('the sign-in page says why a session ended by time, and nothing to anybody else', async () => {
  const { client } = await signedIn(await aRecruiter())
  const reasonOf = async (browser: Client, days: number) => {
    const options = { at: on(days), env: { ASSETS: appOfNoPages } }
    const { text } = await browser.get('/sign-in?to=%2Finterviews', options)
    const [, json = '{}'] = /id="prefetched">(.*?)<\/script>/.exec(text) ?? []
    return JSON.parse(json)['/sign-in#ended']
  }
  expect(await reasonOf(client, 0.4)).toBeUndefined()
  expect(await reasonOf(client, 0.6)).toEqual({ because: 'idle', seconds: 12 * 3_600 })
  expect(await reasonOf(new Client(), 0.6)).toBeUndefined()

  const admin = await signedIn(await anAdmin())
  const [began, end] = await termOf(admin)
  await db
    .update(sessions)
    .set({ seenAt: new Date(end - 1_000) })
    .where(eq(sessions.accountId, admin.id))
  const since = new Date(began).toISOString()
  expect(await reasonOf(admin.client, 1.01)).toEqual({ because: 'age', since })

  const out = await signedIn(await aStudent())
  await out.client.delete('/api/session')
  expect(await reasonOf(out.client, 40)).toBeUndefined()
})

const switchTo = (person: Person, membershipId: string | null, days: number) =>
  person.client.put('/api/session/membership', { membershipId }, { at: on(days) })

/** Signed in by a mailed code, as a browser is; the builders' sessions live longer. */
async function signedIn(person: Person): Promise<Person> {
  await db.delete(sessions).where(eq(sessions.accountId, person.id))
  const client = new Client()
  await client.post('/api/sign-ins', { email: person.email })
  await settle()
  const code = codeFor(person.email)
  await client.post('/api/session', { by: 'code', code, sharedComputer: false })
  return { ...person, client }
}

/** When the person's only session began and when it ends. */
async function termOf({ id }: Person): Promise<[number, number]> {
  const [session, ...more] = await db.select().from(sessions).where(eq(sessions.accountId, id))
  if (!session || more.length > 0) throw new Error(`There are ${more.length} more sessions.`)
  return [session.createdAt.getTime(), session.expiresAt.getTime()]
}
