import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import { parse } from 'smol-toml'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unstable_startWorker } from 'wrangler'

import { everyAnswer, pageHeaders } from '../../worker/http/headers.ts'

/** Cloudflare's own server of files, with our build and our settings, before a Worker that says so. */
let server: Awaited<ReturnType<typeof unstable_startWorker>>

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mettle-assets-'))
  const main = join(folder, 'worker.mjs')
  writeFileSync(main, "export default { fetch: () => new Response('the Worker') }")
  const { assets, compatibility_date } = parse(readFileSync('wrangler.toml', 'utf8')) as {
    assets: object
    compatibility_date: string
  }
  const config = join(folder, 'wrangler.json')
  const directory = resolve('dist')
  const written = { name: 'assets', main, compatibility_date, assets: { ...assets, directory } }
  writeFileSync(config, JSON.stringify(written))
  server = await unstable_startWorker({
    config,
    dev: { logLevel: 'error', inspector: false, server: { port: 0 }, persist: false },
  })
})

afterAll(() => server.dispose())

async function ask(path: string) {
  const url = await server.url
  const response = await fetch(new URL(path, url))
  return { response, isWorker: (await response.text()) === 'the Worker' }
}

const script = readdirSync('dist/assets').find((name) => name.endsWith('.js'))

describe('a built file', () => {
  it.each([
    [`/assets/${script}`, 'public, max-age=31536000, immutable'],
    ['/pages.css', 'no-cache'],
    ['/icon.svg', 'no-cache'],
  ])('%s costs no call of the Worker and has every header of a page', async (path, caching) => {
    const { response, isWorker } = await ask(path)
    expect([response.status, isWorker]).toEqual([200, false])
    expect(Object.fromEntries(response.headers)).toMatchObject({
      ...everyAnswer,
      ...pageHeaders,
      'cache-control': caching,
    })
  })

  it.each(['/assets/missing-1.js', '/missing.css', '/.built', '/_headers'])(
    '%s is none, so the Worker is asked, and no header of a file is on its answer',
    async (path) => {
      const { response, isWorker } = await ask(path)
      expect(isWorker).toBe(true)
      expect(response.headers.get('cache-control')).toBeNull()
    },
  )

  it.each(['/app.html', '/badges/empathy-1.png', '/badges/empathy-1.svg'])(
    '%s is answered by the Worker, though there is such a file',
    async (path) => expect((await ask(path)).isWorker).toBe(true),
  )
})

describe('a path of the Worker', () => {
  it.each(['/', '/api/session', '/sign-in', '/sign-in/', '/no/such/page'])(
    '%s reaches it',
    async (path) => expect((await ask(path)).isWorker).toBe(true),
  )
})
