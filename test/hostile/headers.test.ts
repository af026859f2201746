import { describe, expect, it, vi } from 'vitest'

import type { Bindings } from '../../worker/env.ts'
import { type Answer, Client } from '../support/client.ts'
import { askOf, doorNames, liftRateLimits, rightful, send } from '../support/traffic.ts'

liftRateLimits()

/** Written by hand and not imported, so that a header which the code drops fails a test. */
const everywhere = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
}
const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; " +
  "frame-ancestors 'none'; require-trusted-types-for 'script'; " +
  'trusted-types svelte-trusted-html mettle-service-worker'
const apiPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox"

/** For programs on other sites: a badge, its achievement, its status list, its issuer's keys. */
const forPrograms = /\.json\}?$|^GET \/status-lists/

function missingOf({ headers, status }: Answer, door: string): string[] {
  const html = (headers.get('content-type') ?? '').startsWith('text/html')
  const open = forPrograms.test(door) && status < 300
  const shared = open || (door.endsWith('.png}') && status < 400)
  const wanted: Record<string, string> = {
    ...everywhere,
    'content-security-policy': html ? pagePolicy : apiPolicy,
    'cross-origin-resource-policy': shared ? 'cross-origin' : 'same-origin',
  }
  const missing = Object.entries(wanted)
    .filter(([name, value]) => headers.get(name) !== value)
    .map(([name]) => `${name}: ${headers.get(name)}`)
  if ((headers.get('access-control-allow-origin') === '*') !== open) missing.push('CORS')
  if (headers.has('access-control-allow-credentials')) missing.push('CORS with credentials')
  return missing
}

const logged: string[] = []
for (const level of ['info', 'warn', 'error'] as const)
  vi.spyOn(console, level).mockImplementation((line) => void logged.push(String(line)))

const isApi = (door: string) => door.includes(' /api/')

describe.each(doorNames)('%s', (door) => {
  it('carries every header of its kind, let in and refused', async () => {
    const ask = await askOf(door)
    const answers = {
      'let in': await send(await rightful(ask), door, ask),
      'as a person': await send(new Client(), door, ask, { headers: { accept: 'text/html' } }),
      'without a session': await send(new Client(), door, ask),
      'from another site': await send(new Client(), door, ask, {
        headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'iframe' },
      }),
      'by another method': await new Client().send('PATCH', ask.path.replace(/\?.*/, ''), {}),
      'while the database is down': await send(await rightful(ask), door, ask, { env: broken }),
    }
    await ask.after?.()
    for (const [name, answer] of Object.entries(answers)) {
      expect([name, answer.status, missingOf(answer, door)]).toEqual([name, answer.status, []])
      const caching = answer.headers.get('cache-control')
      if (isApi(door)) expect([name, caching]).toEqual([name, 'no-store'])
      if (answer.status >= 400)
        expect([name, caching]).toEqual([name, expect.stringMatching(/^no-/)])
      expect(answer.text).not.toMatch(/D1_ERROR|SQLITE|canary/)
    }
    expect(logged.splice(0).join('\n')).not.toMatch(/D1_ERROR|SQLITE|canary/)
  })
})

const badgePicture = /^\/badges\/[\w-]+\.png$/

describe('an address that is no door', () => {
  const assets = {
    fetch: (address: string) => {
      const { pathname } = new URL(address)
      if (pathname === '/pages.json') return Promise.resolve(Response.json({ pages: [] }))
      const found = /^\/(?:app\.html|assets\/app-1\.js|pages\.css|badges\/.*)$/.test(pathname)
      return Promise.resolve(
        new Response(found ? '<html><head></head></html>' : '', { status: found ? 200 : 404 }),
      )
    },
  } as unknown as Bindings['ASSETS']

  it.each([
    ['/assets/app-1.js', 200, 'public, max-age=31536000, immutable'],
    ['/assets/gone-2.js', 404, 'no-store'],
    ['/pages.css', 200, 'no-cache'],
    ['/badges/collaboration-3.png', 200, 'no-cache'],
    ['/badges/critical-thinking-4-share.png', 200, 'no-cache'],
    ['/badges/more/app.js', 200, 'no-cache'],
    ['/no-such.txt', 404, 'no-store'],
    ['/no/such/page', 404, 'private, no-store'],
    ['/api/no-such-door', 404, 'no-store'],
    ['/.well-known/no-such', 404, expect.stringMatching(/^no-/)],
  ])('%s carries the same headers: %i', async (path, status, caching) => {
    const answer = await new Client().get(path, { env: { ASSETS: assets } })
    expect(answer.status).toBe(status)
    const policy =
      path.startsWith('/api/') || path.startsWith('/.well-known/') ? apiPolicy : pagePolicy
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      ...everywhere,
      'content-security-policy': policy,
      // Other sites may show the pictures of badges, and nothing else of ours.
      'cross-origin-resource-policy': badgePicture.test(path) ? 'cross-origin' : 'same-origin',
      'cache-control': caching,
    })
  })

  it('says so in production with the keys of a laptop, with the same headers', async () => {
    const answer = await new Client().get('/api/session', { env: { ENVIRONMENT: 'production' } })
    expect(answer.status).toBe(503)
    expect(missingOf(answer, 'GET /api/session')).toEqual([])
  })
})

/** A database that fails, with an error text that nobody may see. */
const broken: Partial<Bindings> = {
  DB: {
    prepare: () => {
      throw new Error('D1_ERROR: canary: SQLITE_CORRUPT')
    },
    batch: () => Promise.reject(new Error('D1_ERROR: canary: SQLITE_CORRUPT')),
  } as unknown as Bindings['DB'],
}
