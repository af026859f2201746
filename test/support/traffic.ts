import type { Answer } from './client.ts'
import { Client, stubs } from './client.ts'
import { accountTraffic } from './traffic/accounts.ts'
import type { Ask, Traffic } from './traffic/ask.ts'
import { attemptTraffic } from './traffic/attempts.ts'
import { credentialTraffic } from './traffic/credentials.ts'
import { insightTraffic } from './traffic/insights.ts'
import { interviewTraffic } from './traffic/interviews.ts'
import { organizationTraffic } from './traffic/organizations.ts'
import { pageTraffic } from './traffic/pages.ts'
import { reviewTraffic } from './traffic/reviews.ts'
import { talentTraffic } from './traffic/talent.ts'
import { signIn, theWorld } from './traffic/world.ts'

/**
 * A valid request for every door, with what makes the rows it needs. What is tested of every door is
 * tested with these; test/hostile/doors.test.ts fails when a door has none.
 */
export const traffic: Traffic = {
  ...accountTraffic,
  ...organizationTraffic,
  ...attemptTraffic,
  ...reviewTraffic,
  ...insightTraffic,
  ...credentialTraffic,
  ...talentTraffic,
  ...interviewTraffic,
  ...pageTraffic,
}

export const doorNames = Object.keys(traffic)
export const writingDoors = doorNames.filter((door) => !door.startsWith('GET '))
/** Forms on pages send nothing that is read; these take JSON. */
export const jsonDoors = writingDoors.filter((door) => door.includes(' /api/'))

/** Makes the rows of a door's request and gives the request. */
export async function askOf(door: string): Promise<Ask> {
  const make = traffic[door]
  if (!make) throw new Error(`There is no traffic for ${door}.`)
  return make(await theWorld())
}

export const methodOf = (door: string) => door.slice(0, door.indexOf(' '))

type Options = Parameters<Client['send']>[3]

/** Sends the request of a door as somebody. */
export function send(client: Client, door: string, ask: Ask, options?: Options): Promise<Answer> {
  for (const [name, value] of Object.entries(ask.cookies ?? {})) client.cookies.set(name, value)
  return client.send(methodOf(door), ask.path, ask.body, options)
}

/** A new browser of whoever may ask this. */
export async function rightful({ as }: Ask): Promise<Client> {
  if (as === 'anyone') return new Client()
  return signIn((await theWorld()).people[as])
}

/** Layer 1 counts requests by the minute, whatever they are; a test that sends thousands lifts it. */
export function liftRateLimits(): void {
  const unlimited = { limit: () => Promise.resolve({ success: true }) }
  Object.assign(stubs, { BY_ADDRESS: unlimited, BY_ACCOUNT: unlimited, BY_SIGN_IN: unlimited })
}
