import { describe, expect, it } from 'vitest'

import { aStudent } from '../support/builders.ts'
import type { Answer } from '../support/client.ts'
import { aHiringEmployer } from '../support/hiring.ts'
import { aDraft, anAsking, aWording } from '../support/interviewing.ts'
import { askOf, doorNames, liftRateLimits, rightful, send } from '../support/traffic.ts'

liftRateLimits()

const canary = 'canary7f3a'
const apiDoors = doorNames.filter((door) => door.includes(' /api/'))
const addressed = doorNames.filter((door) => /:\w*(?:[iI]d|slug|token|pseudonym|type)\b/.test(door))

/** Path segments that are no valid id. */
const noIds = [
  'not an id',
  'ABCDEF01-2345-4678-9ABC-DEF012345678',
  '..%2f..%2fsecret',
  '%00',
  '%ff',
  '%E0%A4%A',
  "1'%20OR%20'1'='1",
  '%F0%9F%92%A9',
  `${canary}-`,
  'a'.repeat(200),
]

describe.each(apiDoors)('%s', (door) => {
  it('refuses unknown and repeated parameters', async () => {
    const ask = await askOf(door)
    const client = await rightful(ask)
    const queries = ['surprise', `surprise=${canary}`, '__proto__=1', `a=${canary}&a=${canary}`]
    const [, own = ''] = ask.path.split('?')
    if (own) queries.push(`${own}&${own}`, `${own}&surprise=1`)
    for (const query of queries) {
      const path = `${ask.path.split('?')[0]}?${query}`
      expect([query, complaintOf(await send(client, door, { ...ask, path }), [422])]).toEqual([
        query,
        undefined,
      ])
    }
    const long = `${ask.path.split('?')[0]}?surprise=${'a'.repeat(2_048)}`
    expect(complaintOf(await send(client, door, { ...ask, path: long }), [414])).toBeUndefined()
    client.cookies.set('surprise', 'a'.repeat(8_192))
    expect(complaintOf(await send(client, door, ask), [431])).toBeUndefined()
    await ask.after?.()
  })
})

it.each(addressed)('%s answers a malformed id like an unknown one', async (door) => {
  const ask = await askOf(door)
  const client = await rightful(ask)
  const [id = ''] = /[0-9a-f]{8}-[0-9a-f-]{27}|[\w-]{43}/.exec(ask.path) ?? [
    ask.path.split('/').at(-1),
  ]
  for (const noId of noIds) {
    const path = ask.path.replace(id, noId)
    expect([noId, complaintOf(await send(client, door, { ...ask, path }), [404])]).toEqual([
      noId,
      undefined,
    ])
  }
  await ask.after?.()
})

describe('a time that does not exist', () => {
  const times = [
    '2026-02-30',
    '2026-13-01',
    '2026-02-30T09:00:00.000Z',
    '2026-11-20T09:00:00Z',
    '2026-11-20T25:00:00.000Z',
    '2026-11-20T09:00:00.000+00:00',
    '20261120',
    '1763629200000',
    'now',
  ]

  it.each(times)('is refused as a point in time: %s', async (time) => {
    const ask = await askOf('GET /api/audit-entries')
    const client = await rightful(ask)
    for (const name of ['untilDay', 'day']) {
      const path = `${ask.path}?${name}=${encodeURIComponent(time)}`
      expect(complaintOf(await client.get(path), [422])).toBeUndefined()
    }
  })

  it('is refused as a slot and as a day of a search', async () => {
    const asking = await anAsking(await aHiringEmployer())
    const path = `/api/interview-requests/${await aDraft(asking)}/delivery`
    for (const local of ['2027-02-30T16:30', '2027-02-29T16:30', '2027-04-31T09:00']) {
      const slots = aWording().slots.with(0, { local, zone: 'Europe/London' })
      const answer = await asking.recruiter.client.post(path, { content: aWording({ slots }) })
      expect([local, complaintOf(answer, [422])]).toEqual([local, undefined])
    }
    const { openingId, recruiter } = asking
    const made = await recruiter.client.post('/api/searches', { openingId, criteria: {} })
    for (const day of ['2026-02-30', '2026-2-3', '9999-12-31', 'today']) {
      const answer = await recruiter.client.post(`/api/searches/${made.body.searchId}/pages`, {
        day,
      })
      expect([day, complaintOf(answer, [422])]).toEqual([day, undefined])
    }
  })
})

describe('a text', () => {
  const save = async (name: string) => {
    const { client } = await aStudent()
    return client.put('/api/account', { name, language: 'en', version: 1 })
  }

  it('has the length of its NFC form, which can be longer', async () => {
    expect((await save('\u0958'.repeat(40))).status).toBe(200)
    expect((await save('\u0958'.repeat(41))).status).toBe(422)
    expect((await save('e\u0301'.repeat(80))).status).toBe(200)
  })

  it('of one line holds no break, tab or separator, and is not empty', async () => {
    for (const text of ['', ' ', 'a\nb', 'a\r\nb', 'a\tb', 'a\u2028b', 'a\u2029b'])
      expect([text, (await save(text)).status]).toEqual([text, 422])
    expect((await save(' O’Brien-Łukasiewicz 李小龍 👩🏽‍🚀 ')).status).toBe(200)
  })

  it('is the last one of two members of the same name', async () => {
    const { client } = await aStudent()
    const twice = `{"name":"First","language":"en","version":1,"name":"Last"}`
    expect((await client.put('/api/account', twice)).status).toBe(200)
    expect((await client.get('/api/account')).body.name).toBe('Last')
  })

  it('may fill 64 KB to the last byte', async () => {
    const { client } = await aStudent()
    const body = `{"name":"Full","language":"en","version":1}`
    expect((await client.put('/api/account', body.padEnd(65_536))).status).toBe(200)
  })
})

function complaintOf({ status, text }: Answer, expected: number[]): string | undefined {
  if (!expected.includes(status)) return `${expected.join(' or ')}, not ${status} ${text}`
  return text.includes(canary) ? `says back what was sent: ${text}` : undefined
}
