import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'

import { countingDb } from '../support/counting-db.ts'
import { askOf, doorNames, liftRateLimits, rightful, send } from '../support/traffic.ts'

liftRateLimits()

const tooFast = { limit: () => Promise.resolve({ success: false }) }
const signInDoors = doorNames.filter((door) => /^POST \/api\/(?:sign-ins|session)/.test(door))

it.each(doorNames.filter((door) => door.includes(' /api/')))(
  '%s costs no call of the database when asked too fast: by address, by account, by who signs in',
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
      // Whose account it is has to be found.
      expect(trips()).toBe(1)
    }
    await ask.after?.()
  },
)
