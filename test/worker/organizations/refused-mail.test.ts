import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { anAdmin, anEmployer } from '../../support/builders.ts'
import { envWith, forgetCarriers, http, platform } from '../../support/carriers.ts'
import { Client } from '../../support/client.ts'
import type { Bindings } from '../../../worker/env.ts'
import { drain } from '../../../worker/foundation/outbox/drain.ts'
import { reactions } from '../../../worker/reactions.ts'

beforeEach(forgetCarriers)
afterEach(() => {
  vi.unstubAllGlobals()
})

interface Sent {
  to: string
  headers?: Record<string, string>
}

/** Both carriers, each with the list of what it took. */
const carriers: Record<string, () => { carrier: Partial<Bindings>; sent: Sent[] }> = {
  http: () => {
    const sent: Sent[] = []
    vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
      const { to, headers }: { to: [string]; headers: Record<string, string> } = JSON.parse(body)
      sent.push({ to: to[0], headers })
      return Response.json({ id: crypto.randomUUID() })
    })
    return { carrier: http, sent }
  },
  platform: () => {
    const sent: Sent[] = []
    const carrier = platform((mail: Sent) => {
      sent.push(mail)
      return Promise.resolve({ messageId: '<a@b>' })
    })
    return { carrier, sent }
  },
}

const kinds = [
  ['student', 'a programme'],
  ['mentor', 'a programme'],
  ['admin', 'a programme'],
  ['recruiter', 'an employer'],
  ['admin', 'an employer'],
] as const

const someone = () => `${crypto.randomUUID()}@people.example`

/** A mail program: it has no cookie and sends no origin. */
const oneClick = (address: string) =>
  new Client().send('POST', new URL(address).pathname, 'List-Unsubscribe=One-Click', {
    headers: {
      origin: null,
      'sec-fetch-site': null,
      'idempotency-key': null,
      'content-type': 'application/x-www-form-urlencoded',
    },
  })

describe.each(Object.keys(carriers))('through the carrier %s', (name) => {
  it.each(kinds)('“no more from here” stops invitations as %s of %s', async (role, kind) => {
    const { carrier, sent } = carriers[name]?.() ?? expect.fail()
    const isEmployer = kind === 'an employer'
    const admin = isEmployer ? await anAdmin({ in: await anEmployer() }) : await anAdmin()
    const [guest, other] = [someone(), someone()]
    const later = new Date(Date.now() + 30 * 86_400_000)
    const invite = async (emails: string[], at = new Date()) => {
      await admin.client.post('/api/invitations', { emails, role }, { at })
      await drain(envWith(carrier, new Date(at.getTime() + 2_000)), reactions)
    }
    const to = (address: string) => sent.filter((mail) => mail.to === address)

    await invite([guest, other])
    expect([to(guest).length, to(other).length]).toEqual([1, 1])
    const { headers } = to(guest)[0] ?? {}
    expect(headers?.['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
    const link = /^<(https:\S+)>$/.exec(headers?.['List-Unsubscribe'] ?? '')?.[1] ?? ''
    expect((await new Client().get(new URL(link).pathname)).text).toContain('<form method="post"')
    expect((await oneClick(link)).status).toBe(200)
    expect((await oneClick(link)).status).toBe(200)

    await env.DB.prepare('DELETE FROM mail_carriers').run()
    await invite([guest.toUpperCase(), other], later)
    expect([to(guest).length, to(other).length]).toEqual([1, 2])
  })
})

it('an unknown token refuses nothing', async () => {
  const link = `https://mettle.example/invitations/${'a'.repeat(43)}/mail-refusals/one-click`
  expect((await oneClick(link)).status).toBe(404)
})
