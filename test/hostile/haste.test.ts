import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'

import { Client } from '../support/client.ts'
import { countingDb } from '../support/counting-db.ts'
import { askOf, doorNames, liftRateLimits, rightful, send } from '../support/traffic.ts'

liftRateLimits()

const tooFast = { limit: () => Promise.resolve({ success: false }) }
const signInDoors = doorNames.filter((door) => /^POST \/api\/(?:sign-ins|session)/.test(door))

it.each(doorNames.filter((door) => door.includes(' /api/')))(
  '%s makes no database call over the rate limit by address, account or sign-in',
  async (door) => {
    const ask = await askOf(door)
    const client = await rightful(ask)
    const { DB, trips } = countingDb(env.DB)
    const slow = (binding: string) => send(client, door, ask, { env: { DB, [binding]: tooFast } })
    const byAddress = await slow('BY_ADDRESS')
    expect([byAddress.status, byAddress.headers.get('retry-after')]).toEqual([429, '60'])
    if (signInDoors.includes(door)) expect((await slow('BY_SIGN_IN')).status).toBe(429)
    expect(trips()).toBe(0)
    if (ask.as !== 'anyone') {
      expect((await slow('BY_ACCOUNT')).status).toBe(429)
      // Finding the account takes one query.
      expect(trips()).toBe(1)
    }
    await ask.after?.()
  },
)

const pages = doorNames.filter((door) => !door.includes(' /api/'))

it.each([...pages, 'GET /home', 'GET /start/anything', 'GET /no-such-page'])(
  '%s, a page, makes no database call over the rate limit by address',
  async (door) => {
    const known = pages.includes(door)
    const ask = known ? await askOf(door) : { as: 'anyone' as const, path: door.slice(4) }
    const { DB, trips } = countingDb(env.DB)
    const keys: string[] = []
    const limiter = {
      limit: ({ key }: { key: string }) => {
        keys.push(key)
        return Promise.resolve({ success: false })
      },
    }
    const client = new Client()
    const answer = await send(client, door, ask, { env: { DB, BY_ADDRESS: limiter } })
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '60'])
    expect(keys).toHaveLength(1)
    expect(keys[0]).toContain(client.address)
    expect(trips()).toBe(0)
    if (known) await ask.after?.()
  },
)
