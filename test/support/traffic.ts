import type { Answer } from './client.ts'
import { Client, stubs } from './client.ts'
import { accountTraffic } from './traffic/accounts.ts'
import type { Ask, Traffic } from './traffic/ask.ts'
import { attemptTraffic } from './traffic/attempts.ts'
import { credentialTraffic } from './traffic/credentials.ts'
import { insightTraffic } from './traffic/insights.ts'
import { interviewTraffic } from './traffic/interviews.ts'
import { organizationTraffic } from './traffic/organizations.ts'
import { mailTraffic } from './traffic/mail.ts'
import { pageTraffic } from './traffic/pages.ts'
import { pathwayTraffic } from './traffic/pathways.ts'
import { reviewTraffic } from './traffic/reviews.ts'
import { talentTraffic } from './traffic/talent.ts'
import { signIn, theWorld } from './traffic/world.ts'

/**
 * A valid request for every door, with a function that makes the rows it needs. Tests of every door
 * use these; test/hostile/budgets.test.ts fails if a door has none.
 */
export const traffic: Traffic = {
  ...accountTraffic,
  ...organizationTraffic,
  ...mailTraffic,
  ...attemptTraffic,
  ...reviewTraffic,
  ...insightTraffic,
  ...credentialTraffic,
  ...talentTraffic,
  ...interviewTraffic,
  ...pathwayTraffic,
  ...pageTraffic,
}

export const doorNames = Object.keys(traffic)
export const writingDoors = doorNames.filter((door) => !door.startsWith('GET '))
/**
 * Other programs send these, so they have no Origin, and accept members that nobody reads.
 * test/worker/notifications/ tests what they refuse.
 */
const outsideDoors = ['POST /api/mail-events', 'POST /invitations/:token/mail-refusals/one-click']
const ownDoors = writingDoors.filter((door) => !outsideDoors.includes(door))
/** The writing doors that take JSON. The other ones are forms on pages, whose body is not read. */
export const jsonDoors = ownDoors.filter((door) => door.includes(' /api/'))
export const formDoors = ownDoors.filter((door) => !jsonDoors.includes(door))

/** Makes the rows for a door's request, and returns the request. */
export async function askOf(door: string): Promise<Ask> {
  const make = traffic[door]
  if (!make) throw new Error(`There is no traffic for ${door}.`)
  return make(await theWorld())
}

export const methodOf = (door: string) => door.slice(0, door.indexOf(' '))

type Options = Parameters<Client['send']>[3]

/** Sends the request of a door with a client. */
export function send(client: Client, door: string, ask: Ask, options?: Options): Promise<Answer> {
  for (const [name, value] of Object.entries(ask.cookies ?? {})) client.cookies.set(name, value)
  const headers = { ...ask.headers, ...options?.headers }
  return client.send(methodOf(door), ask.path, ask.body, { ...options, headers })
}

/** A new browser of the person who may send this. */
export async function rightful({ as }: Ask): Promise<Client> {
  if (as === 'anyone') return new Client()
  return signIn((await theWorld()).people[as])
}

/**
 * Requests per minute are limited by address and account; a test that sends thousands lifts the
 * limits.
 */
export function liftRateLimits(): void {
  const unlimited = { limit: () => Promise.resolve({ success: true }) }
  Object.assign(stubs, { BY_ADDRESS: unlimited, BY_ACCOUNT: unlimited, BY_SIGN_IN: unlimited })
}
