import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'

import type { Bindings } from '../../../worker/env.ts'
import { aStudent } from '../../support/builders.ts'
import { Client } from '../../support/client.ts'

/** A database that answers everything with this fault. */
function faulty(message: string): Bindings['DB'] {
  const fail = () => Promise.reject(new Error(message))
  const statement = { bind: () => statement, all: fail, first: fail, run: fail, raw: fail }
  return { prepare: () => statement, batch: fail } as unknown as Bindings['DB']
}

const faults = [
  'D1_ERROR: Network connection lost.',
  'D1_ERROR: Cannot resolve D1 DB due to transient issue on remote node.',
  'D1_ERROR: D1 DB is overloaded. Requests queued for too long.',
  'D1_ERROR: D1 DB storage operation exceeded timeout which caused object to be reset.',
  'D1_ERROR: internal error; reference = 4mgq2fe5n',
]

describe('while the database is unavailable', () => {
  it.each(faults)('a read answers 503 with Retry-After: %s', async (message) => {
    const { client } = await aStudent()
    const options = { env: { DB: faulty(message) } }
    for (const path of ['/api/session', '/api/attempts', '/api/credentials', '/api/challenges']) {
      const answer = await client.get(path, options)
      expect(answer, path).toMatchObject({ status: 503, body: { type: '/problems/try-again' } })
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(answer.text).not.toContain('D1')
    }
  })

  it('signing in, and a page, say the same', async () => {
    const client = new Client()
    await client.post('/api/sign-ins', { email: `${crypto.randomUUID()}@people.example` })
    const options = { env: { DB: faulty(faults[0] ?? '') } }
    const body = { by: 'code', code: 'ABCDEFGH', sharedComputer: false }
    const asked = await client.post('/api/session', body, options)
    expect(asked).toMatchObject({ status: 503, body: { type: '/problems/try-again' } })
    expect(asked.headers.get('retry-after')).not.toBeNull()
    const page = await client.get(`/credentials/${crypto.randomUUID()}`, {
      ...options,
      headers: { accept: 'text/html' },
    })
    expect(page.status).toBe(503)
    expect(page.headers.get('retry-after')).not.toBeNull()
    expect(page.text).toContain('try again in a few seconds')
  })

  it('a page that needs no rows is shown, with the menu for visitors', async () => {
    const { client } = await aStudent()
    const page = await client.get('/privacy', {
      env: { DB: faulty(faults[0] ?? '') },
      headers: { accept: 'text/html' },
    })
    expect(page.status).toBe(200)
    expect(page.text).toContain('href="/sign-in"')
  })

  it('a fault of our own stays a 500 that says nothing', async () => {
    const { client } = await aStudent()
    const DB = faulty('D1_ERROR: no such column: secret')
    const answer = await client.get('/api/attempts', { env: { DB } })
    expect(answer.status).toBe(500)
    expect(answer.text).not.toContain('secret')
    expect(env.DB).toBeDefined()
  })
})
