import { expect, it } from 'vitest'

import { allRows, changedSince } from '../support/all-rows.ts'
import type { Answer, Client } from '../support/client.ts'
import { askOf, jsonDoors, liftRateLimits, methodOf, rightful, send } from '../support/traffic.ts'
import type { Ask } from '../support/traffic/ask.ts'
import { badBodies, canary } from './bad-bodies.ts'
import { badValues } from './bad-values.ts'

liftRateLimits()

interface Case {
  name: string
  status: number
  body: unknown
  headers?: Record<string, string | null>
}

it.each(jsonDoors)('%s refuses every wrong body', async (door) => {
  const ask = await askOf(door)
  const client = await rightful(ask)
  for (const [name, value] of Object.entries(ask.cookies ?? {})) client.cookies.set(name, value)
  const cases = casesOf(ask)
  expect(cases.length).toBeGreaterThanOrEqual(40 - (ask.body ? 0 : 20))
  const before = await allRows()

  const wrong: string[] = []
  for (const { name, status, body, headers = {} } of cases) {
    const answer = await sendRaw(client, door, ask, body, headers)
    const complaint = complaintOf(answer, status)
    if (complaint) wrong.push(`${name}: ${complaint}`)
  }
  expect(wrong).toEqual([])
  expect(await changedSince(before)).toEqual([])

  // Only the flaw was refused: without it the same request succeeds.
  const { status, text } = await send(client, door, ask)
  await ask.after?.()
  expect(status < 400 ? '' : text).toBe('')
})

function casesOf({ body }: Ask): Case[] {
  if (!body) {
    const text = `{"surprise": "${canary}"}`
    return [...badBodies({}), { name: 'a body that nobody reads', status: 422, body: text }]
  }
  const values = badValues(body).map((each) => ({ ...each, status: 422 }))
  return [...badBodies(body), ...values]
}

function sendRaw(
  client: Client,
  door: string,
  { path }: Ask,
  body: unknown,
  headers: Record<string, string | null>,
) {
  return client.send(methodOf(door), path, body, { headers })
}

function complaintOf({ status, text, headers }: Answer, expected: number): string | undefined {
  if (status !== expected) return `${expected}, not ${status} ${text.slice(0, 120)}`
  if (text.includes(canary)) return `says back what was sent: ${text.slice(0, 200)}`
  if (headers.get('content-type') !== 'application/problem+json') return 'no problem+json'
  return undefined
}
