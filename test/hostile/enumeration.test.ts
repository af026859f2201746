import { describe, expect, it } from 'vitest'

import { invitationToken } from '../../worker/organizations/invitation/invitation.ts'
import { anAward } from '../support/awards.ts'
import { anAdmin, anEmployer, aProgramme, aStudent } from '../support/builders.ts'
import { Client } from '../support/client.ts'
import { liftRateLimits } from '../support/traffic.ts'
import { aCode, theCode } from '../support/traffic/accounts.ts'
import { sql } from '../support/traffic/rows.ts'
import { signIn } from '../support/traffic/world.ts'
import { type Ask, anId, expectAlike } from './alike.ts'
import { sealingCall } from '../support/sealing.ts'

liftRateLimits()

const aToken = () => `${anId()}${anId()}`.replaceAll('-', '').slice(0, 43)

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

describe('what is public when its owner says so', () => {
  it('has the same answer while it is not public as if it did not exist', async () => {
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

  it('does not exist for a programme without a badge, nor for an employer', async () => {
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

it('an invitation that was used, withdrawn or has expired is answered like one that never existed', async () => {
  const admin = await anAdmin()
  const emails = Array.from({ length: 3 }, () => `${anId()}@people.example`)
  const { body } = await admin.client.post('/api/invitations', { emails, role: 'student' })
  const [used, withdrawn, old] = body.invitations as [string, string, string]
  await sql('UPDATE invitations SET accepted_at = 1 WHERE id = ?1', used)
  await sql('UPDATE invitations SET withdrawn_at = 1 WHERE id = ?1', withdrawn)
  await sql('UPDATE invitations SET expires_at = 1 WHERE id = ?1', old)
  const tokens = await Promise.all(
    [used, withdrawn, old].map((id) => invitationToken(sealingCall(), id)),
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
