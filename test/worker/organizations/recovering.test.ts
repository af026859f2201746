import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'

import { hashToken, newToken } from '../../../worker/accounts/session/session.ts'
import {
  aProgramme,
  aStudent,
  anAdmin,
  type Organization,
  type Person,
} from '../../support/builders.ts'
import { leave, sql } from '../../support/traffic/rows.ts'
import { signIn } from '../../support/traffic/world.ts'

let operator: Organization
let lost: Person

beforeAll(async () => {
  operator = await aProgramme({ operator: true, name: 'Harbour College' })
  lost = await anAdmin({ in: operator })
})

async function aToken({ recovers = 1, expiresAt = Date.now() + 60_000 } = {}): Promise<string> {
  const token = newToken()
  await sql(
    'INSERT INTO setup_tokens (token_hash, expires_at, recovers) VALUES (?1, ?2, ?3)',
    await hashToken(token),
    expiresAt,
    recovers,
  )
  return token
}

async function aNewcomer() {
  const person = await aStudent()
  await leave(person)
  return { ...person, client: await signIn(person) }
}

const recover = async ({ client }: Pick<Person, 'client'>, token: string) =>
  client.post('/api/first-admin/recovery', { token })

describe('a link of `npm run setup -- --recover`', () => {
  it('makes another admin of the operator, once, beside the one who lost their address', async () => {
    const [person, token] = [await aNewcomer(), await aToken()]
    const recovered = await recover(person, token)
    expect(recovered.status, recovered.text).toBe(201)
    expect(recovered.body.organizationId).toBe(operator.id)

    const { membershipId } = recovered.body
    expect((await person.client.put('/api/session/membership', { membershipId })).status).toBe(200)
    const members = await person.client.get('/api/members?role=admin')
    expect(members.status, members.text).toBe(200)
    expect(members.text).toContain(lost.membershipId)

    expect((await recover(await aNewcomer(), token)).status).toBe(404)
  })

  it('leaves a named entry in the audit trail', async () => {
    const person = await aNewcomer()
    await recover(person, await aToken())
    const entry = await env.DB.prepare(
      "SELECT * FROM audit_entries WHERE action = 'organization.recovered' AND actor_id = ?",
    )
      .bind(person.id)
      .first()
    expect(entry).toMatchObject({ organization_id: operator.id, area: 'organizations' })
    expect(entry?.['named_at']).toBe(entry?.['at'])
  })

  it('is refused when it is over, unknown, or was made for the first admin', async () => {
    const person = await aNewcomer()
    const over = await aToken({ expiresAt: Date.now() - 1 })
    const first = await aToken({ recovers: 0 })
    for (const token of [over, first, newToken()]) {
      expect(await recover(person, token)).toMatchObject({
        status: 404,
        body: { type: '/problems/not-found' },
      })
    }
  })

  it('makes no first admin of a second programme', async () => {
    await sql("UPDATE memberships SET role = 'mentor' WHERE role = 'admin'")
    const { client } = await aNewcomer()
    const founded = await client.post('/api/first-admin', {
      token: await aToken(),
      programmeName: 'Another College',
    })
    expect(founded.status).toBe(404)
  })
})
