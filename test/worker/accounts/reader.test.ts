import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'

import { findReader } from '../../../worker/accounts/account/find-reader.ts'
import { accounts } from '../../../worker/accounts/tables.ts'
import { systemCall } from '../../../worker/foundation/call/system-call.ts'
import { findOrganizationReader } from '../../../worker/organizations/organization/find-organization-reader.ts'
import { aRecruiter, aStudent, anAdmin, db } from '../../support/builders.ts'
import { envAt } from '../../support/client.ts'

const keptOf = (id: string) =>
  db
    .select({ region: accounts.region, zone: accounts.zone })
    .from(accounts)
    .where(eq(accounts.id, id))
    .get()

describe('the zone of an account', () => {
  test('is stored from the browser once', async () => {
    const { id, client } = await aStudent()
    const first = await client.put('/api/account/zone', { zone: 'Europe/Dublin', region: 'IE' })
    expect(first.body).toEqual({ zone: 'Europe/Dublin' })

    const travelling = await client.put('/api/account/zone', { zone: 'Asia/Tokyo', region: 'JP' })
    expect(travelling.body).toEqual({ zone: 'Europe/Dublin' })
    expect(await keptOf(id)).toEqual({ region: 'IE', zone: 'Europe/Dublin' })
  })

  test('can be changed in the settings, and stays if they leave it out', async () => {
    const { id, client } = await aStudent()
    const settings = { name: 'Mo', language: 'en', zone: 'America/Denver', region: 'US' }
    expect((await client.put('/api/account', { ...settings, version: 1 })).status).toBe(200)
    await client.put('/api/account', { name: 'Mo Lee', language: 'en', version: 2 })
    expect(await keptOf(id)).toEqual({ region: 'US', zone: 'America/Denver' })
  })

  test.each(['Etc/Unknown', 'Mars/Base', '+02:00', '', 'a'.repeat(65)])(
    'is refused as %j, by field name, at both doors',
    async (zone) => {
      const { id, client } = await aStudent()
      const once = await client.put('/api/account/zone', { zone })
      const settings = { name: 'Mo', language: 'en', zone, version: 1 }
      const saved = await client.put('/api/account', settings)
      for (const answer of [once, saved]) {
        expect(answer.status).toBe(422)
        expect(answer.body.fields).toEqual(['zone'])
      }
      expect(await keptOf(id)).toEqual({ region: null, zone: null })
    },
  )
})

describe('the reader of a session', () => {
  test('is the account’s', async () => {
    const { client } = await anAdmin()
    await client.put('/api/account/zone', { zone: 'Europe/London', region: 'GB' })
    const headers = { 'accept-language': 'en-US' }
    const { body } = await client.get('/api/session', { headers })
    expect(body.reader).toEqual({
      language: 'en',
      region: 'GB',
      zone: 'Europe/London',
      zoneKnown: true,
    })
  })

  test('has the browser’s region and UTC until the account has its own', async () => {
    const { client } = await aStudent()
    const headers = { 'accept-language': 'en-NZ,en;q=0.5' }
    const { body } = await client.get('/api/session', { headers })
    expect(body.reader).toEqual({ language: 'en', region: 'NZ', zone: 'UTC', zoneKnown: false })
  })

  test('survives a stored zone that this platform does not know', async () => {
    const { id, client } = await aStudent()
    await db.update(accounts).set({ zone: 'Europe/Atlantis' }).where(eq(accounts.id, id))
    const { body } = await client.get('/api/session')
    expect(body.reader).toMatchObject({ zone: 'UTC', zoneKnown: false })
  })
})

test('notices are in the recipient’s zone, not the actor’s', async () => {
  const [told, actor] = await Promise.all([aStudent(), anAdmin()])
  await told.client.put('/api/account/zone', { zone: 'America/New_York', region: 'US' })
  await actor.client.put('/api/account/zone', { zone: 'Europe/London', region: 'GB' })
  const call = systemCall(envAt(), crypto.randomUUID())
  expect(await findReader(call, told.id)).toMatchObject({ zone: 'America/New_York', region: 'US' })
})

test('an organization has the language and zone of the person who makes it', async () => {
  const { client } = await aRecruiter()
  await client.put('/api/account/zone', { zone: 'Europe/Berlin', region: 'DE' })
  const application = {
    name: 'Backerei Nord',
    legalName: 'Backerei Nord GmbH',
    site: 'https://backerei.example',
    country: 'AT',
    contact: 'Jo Marsh',
  }
  const { body } = await client.post('/api/organization', application)
  const call = systemCall(envAt(), crypto.randomUUID())
  expect(await findOrganizationReader(call, body.organizationId)).toEqual({
    language: 'en',
    region: 'AT',
    zone: 'Europe/Berlin',
    zoneKnown: true,
  })
})
