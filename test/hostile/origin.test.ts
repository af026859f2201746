import { describe, expect, it } from 'vitest'

import { allRows, changedSince } from '../support/all-rows.ts'
import { Client } from '../support/client.ts'
import {
  askOf,
  jsonDoors,
  doorNames,
  formDoors,
  liftRateLimits,
  methodOf,
  rightful,
  send,
} from '../support/traffic.ts'

liftRateLimits()

const ours = 'https://mettle.example'
const apiReads = doorNames.filter((door) => door.startsWith('GET /api/'))
/** Files that a navigation may open. */
const downloads = [
  'GET /api/credentials/:credentialId/document',
  'GET /api/interview-requests/:requestId/calendar.ics',
  'GET /api/export',
]

/** The headers of requests that our own pages did not make. */
const foreign = {
  'from another site': { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
  'from another site that forged an origin': { 'sec-fetch-site': 'cross-site', origin: ours },
  'from a neighbour host': { 'sec-fetch-site': 'same-site', origin: 'https://a.mettle.example' },
  'typed by the user': { 'sec-fetch-site': 'none', origin: ours },
  'from a wrong origin': { 'sec-fetch-site': null, origin: 'https://evil.example' },
  'from a wrong origin that says same-origin': { origin: 'https://evil.example' },
  'from an opaque origin': { origin: 'null' },
  'from the same host without TLS': { origin: 'http://mettle.example' },
  'from another port': { origin: 'https://mettle.example:8443' },
  'from a host that begins like ours': { origin: 'https://mettle.example.evil.example' },
  'from an origin in capitals': { origin: 'https://METTLE.EXAMPLE' },
  'from nowhere': { 'sec-fetch-site': null, origin: null },
}

const formTypes = [
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
]

it.each(jsonDoors)('%s refuses requests that our own pages did not send', async (door) => {
  const ask = await askOf(door)
  const client = await rightful(ask)
  const before = await allRows()
  const wrong: string[] = []
  const tries = Object.entries(foreign).flatMap(([name, headers]) => [
    { name, headers },
    ...formTypes.map((type) => ({ name, headers: { ...headers, 'content-type': type } })),
  ])
  for (const { name, headers } of tries) {
    const { status, body } = await send(client, door, ask, { headers })
    if (status !== 403 || body.type !== '/problems/cross-site') wrong.push(`${name}: ${status}`)
  }
  for (const type of formTypes) {
    const form = { headers: { 'content-type': type } }
    const { status } = await client.send(methodOf(door), ask.path, 'name=x', form)
    if (status !== 415) wrong.push(`a form of ours, ${type}: ${status}`)
  }
  const changed = await changedSince(before)
  await ask.after?.()
  expect({ wrong, changed }).toEqual({ wrong: [], changed: [] })
})

it.each(formDoors)('the form %s works only from our own page', async (door) => {
  const ask = await askOf(door)
  const client = await rightful(ask)
  // With our Referrer-Policy our own forms also have an opaque origin, so Sec-Fetch-Site decides.
  const { 'from an opaque origin': opaque, ...elsewhere } = foreign
  const wrong: string[] = []
  for (const [name, headers] of Object.entries(elsewhere)) {
    const { status } = await send(client, door, ask, { headers })
    if (status !== 403) wrong.push(`${name}: ${status}`)
  }
  for (const site of ['cross-site', 'same-site', 'none', null]) {
    const headers = { ...opaque, 'sec-fetch-site': site }
    const { status } = await send(client, door, ask, { headers })
    if (status !== 403) wrong.push(`opaque, ${site}: ${status}`)
  }
  expect(wrong).toEqual([])
  expect((await send(client, door, ask, { headers: opaque })).status).toBe(200)
})

describe('a read of the API', () => {
  it.each(apiReads)('%s cannot be loaded as a page, frame, picture or script', async (door) => {
    const ask = await askOf(door)
    const client = await rightful(ask)
    const wrong: string[] = []
    for (const destination of [
      'document',
      'iframe',
      'image',
      'script',
      'style',
      'object',
      'embed',
    ]) {
      // A download may be allowed only a few times a day.
      const own = downloads.includes(door) ? await askOf(door) : ask
      const { status } = await send(client, door, own, {
        headers: { 'sec-fetch-dest': destination, 'sec-fetch-site': 'same-origin' },
      })
      if (status !== (downloads.includes(door) ? 200 : 403)) wrong.push(`${destination}: ${status}`)
    }
    const last = downloads.includes(door) ? await askOf(door) : ask
    const { status, headers } = await send(client, door, last, {
      headers: { 'sec-fetch-dest': 'empty', 'sec-fetch-site': 'same-origin' },
    })
    if (status !== 200) wrong.push(`asked by our script: ${status}`)
    if (headers.has('access-control-allow-origin')) wrong.push('open to scripts elsewhere')
    expect(wrong).toEqual([])
  })

  it.each(downloads)('%s can be downloaded, but not fetched by another site', async (door) => {
    const ask = await askOf(door)
    const client = await rightful(ask)
    const from = (site: string) =>
      send(client, door, ask, { headers: { 'sec-fetch-dest': 'document', 'sec-fetch-site': site } })
    for (const site of ['cross-site', 'same-site']) expect((await from(site)).status).toBe(403)
    for (const site of ['same-origin', 'none']) {
      const { status, headers } = await from(site)
      expect(status).toBe(200)
      expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"$/)
    }
  })
})

/** Documents that any program may read. */
const publicDocument = /^GET \/(?:credentials|achievements|status-lists|organizations)\//

describe('a CORS preflight from another site', () => {
  it.each(doorNames.filter((door) => publicDocument.test(door)))(
    '%s is allowed for reading only',
    async (door) => {
      const { path } = await askOf(door)
      const from = (method: string) =>
        new Client().send('OPTIONS', path, undefined, {
          headers: { origin: 'https://verifier.example', 'access-control-request-method': method },
        })
      const { status, headers } = await from('GET')
      expect(status).toBe(204)
      expect(headers.get('access-control-allow-origin')).toBe('*')
      expect(headers.get('access-control-allow-methods')).toBe('GET, HEAD')
      expect(headers.get('access-control-allow-credentials')).toBeNull()
      expect((await from('DELETE')).status).toBe(404)
    },
  )

  it.each(doorNames.filter((door) => !publicDocument.test(door)))(
    '%s is not allowed',
    async (door) => {
      const ask = await askOf(door)
      const client = await rightful(ask)
      const { status, headers } = await client.send(
        'OPTIONS',
        ask.path.replace(/\?.*/, ''),
        undefined,
        {
          headers: {
            origin: 'https://evil.example',
            'sec-fetch-site': 'cross-site',
            'access-control-request-method': methodOf(door),
          },
        },
      )
      await ask.after?.()
      expect(status).toBe(404)
      expect(headers.has('access-control-allow-origin')).toBe(false)
      expect(headers.has('access-control-allow-methods')).toBe(false)
    },
  )
})
