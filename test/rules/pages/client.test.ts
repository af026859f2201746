import { hc } from 'hono/client'
import { expect, it } from 'vitest'

import { clientsFor } from '../../../web/lib/http/client.ts'
import type { attemptRoutes } from '../../../worker/attempts/routes.ts'
import type { auditRoutes } from '../../../worker/organizations/routes.ts'

type Clients = typeof hc

const param = { attemptId: 'a-1' }
const attempts = (clients: Clients) => clients<typeof attemptRoutes>('/api/attempts')
const entries = (clients: Clients) => clients<typeof auditRoutes>('/api/audit-entries')
const json = { lines: [{ quote: 'Say who', words: 'I will' }], ended: false, version: 2 }

const calls: [name: string, call: (clients: Clients) => Promise<unknown>][] = [
  ['a list', (clients) => attempts(clients).index.$get({ query: {} })],
  ['one of a list', (clients) => attempts(clients)[':attemptId'].$get({ param })],
  ['what belongs to one', (clients) => attempts(clients)[':attemptId'].plan.$get({ param })],
  ['an empty query', (clients) => entries(clients).index.$get({ query: {} })],
  [
    'a query',
    (clients) => entries(clients).index.$get({ query: { subjectId: 'é & 1', area: undefined } }),
  ],
  [
    'a body, with an option of fetch',
    (clients) =>
      attempts(clients)[':attemptId'].plan.$put({ param, json }, { init: { keepalive: true } }),
  ],
  [
    'a body, with a header',
    (clients) =>
      attempts(clients)[':attemptId'].plan.$put(
        { param, json },
        { headers: { 'idempotency-key': 'k' } },
      ),
  ],
  [
    'a header alone',
    (clients) =>
      attempts(clients).index.$get({ query: {} }, { headers: { 'idempotency-key': 'k' } }),
  ],
]

/** What a call of each client asks `fetch` for. */
async function asked(call: (clients: Clients) => Promise<unknown>) {
  const found: unknown[] = []
  const fetch = async (url: RequestInfo | URL, init: RequestInit = {}) => {
    const headers = Object.fromEntries(new Headers(init.headers))
    found.push({ ...init, url, body: init.body, headers })
    return Response.json({})
  }
  await call(clientsFor(fetch))
  const ofHono = ((base: string) => hc(base, { fetch })) as Clients
  await call(ofHono)
  return found
}

it.each(calls)('asks as the client of hono does: %s', async (_, call) => {
  const [ours, ofHono] = await asked(call)
  expect(ours).toEqual(ofHono)
})

it('is not taken for a promise', async () => {
  const client = clientsFor(async () => Response.json({}))('/api')
  expect(await Promise.resolve(client)).toBe(client)
})
