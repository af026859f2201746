import { expect, it } from 'vitest'

import type { Role } from '../../worker/foundation/call/call.ts'
import type { Expected } from '../hostile/expected.ts'
import { allRows, changedSince } from './all-rows.ts'
import { Client } from './client.ts'
import { askOf, methodOf, send } from './traffic.ts'
import type { Ask } from './traffic/ask.ts'
import { type Name, people, signIn, theWorld } from './traffic/world.ts'

/** Everybody who tries each door. */
export const actors = ['anyone', ...people, 'expired session', 'stale proof'] as const
type Actor = (typeof actors)[number]

const roles: Partial<Record<Name, Role>> = {
  student: 'student',
  'fellow student': 'student',
  'student elsewhere': 'student',
  mentor: 'mentor',
  'coaching mentor': 'mentor',
  'mentor elsewhere': 'mentor',
  recruiter: 'recruiter',
  'recruiter elsewhere': 'recruiter',
  'unapproved recruiter': 'recruiter',
  admin: 'admin',
  'admin elsewhere': 'admin',
  'employer admin': 'admin',
  'operator admin': 'admin',
}

/**
 * Makes one test for each door, in which every actor tries it. Refused actors get the right status
 * and change no row of any table; all other actors are let in.
 */
export function testMatrix(table: Record<string, Expected>): void {
  it.each(Object.entries(table))('%s', async (door, expected) => {
    const ask = await askOf(door)
    const outcome = (actor: Actor) => outcomeOf(expected, actor, ask)
    expect(await refusals(door, ask, outcome)).toEqual({ wrong: [], changed: [] })
    expect(await welcomes(door, ask, outcome)).toEqual([])
  })
}

/** The status with which an actor is refused; undefined if let in. */
function outcomeOf(expected: Expected, actor: Actor, ask: Ask): 401 | 403 | 404 | undefined {
  const { who, of, others = 404, but = {}, operator, fresh } = expected
  if (who !== 'anyone' && ['anyone', 'disabled', 'expired session'].includes(actor)) return 401
  const name = nameOf(actor, ask)
  const role = name && roles[name]
  if (typeof who === 'object' && !(role && who.includes(role))) return 403
  if (operator && name !== 'operator admin') return 403
  if (fresh && actor === 'stale proof') return 403
  if (name && but[name]) return but[name]
  return of && !(name && of.includes(name)) ? others : undefined
}

/** Whose account an actor uses. `stale proof` uses that of the request's rightful sender. */
function nameOf(actor: Actor, { as }: Ask): Name | undefined {
  if (actor === 'anyone') return undefined
  if (actor === 'stale proof') return as === 'anyone' ? 'student' : as
  return actor === 'expired session' ? 'student' : actor
}

async function browserOf(actor: Actor, ask: Ask): Promise<Client> {
  const { people: known } = await theWorld()
  const name = nameOf(actor, ask)
  if (!name) return new Client()
  if (actor === 'stale proof') return signIn(known[name], { provenMinutesAgo: 20 })
  return signIn(known[name], actor === 'expired session' ? { expired: true } : {})
}

type Outcome = (actor: Actor) => number | undefined

async function refusals(door: string, ask: Ask, outcome: Outcome) {
  const refused = actors.filter((actor) => outcome(actor) !== undefined)
  const clients = new Map<Actor, Client>()
  for (const actor of refused) clients.set(actor, await browserOf(actor, ask))
  const before = await allRows()
  const wrong: string[] = []
  for (const [actor, client] of clients) {
    const { status, text } = await send(client, door, ask)
    if (status !== outcome(actor)) wrong.push(`${actor}: ${outcome(actor)}, not ${status} ${text}`)
  }
  return { wrong, changed: await changedSince(before) }
}

async function welcomes(door: string, first: Ask, outcome: Outcome): Promise<string[]> {
  const isRead = methodOf(door) === 'GET'
  await first.after?.()
  const wrong: string[] = []
  for (const actor of actors.filter((each) => outcome(each) === undefined)) {
    // A write uses up the rows made for it, so new ones are made for each actor.
    const ask = isRead ? first : await askOf(door)
    const { status, text } = await send(await browserOf(actor, ask), door, ask)
    await ask.after?.()
    const isOwner = actor === ask.as || actor === 'stale proof'
    if (!wasLetIn(status, isRead || isOwner)) wrong.push(`${actor}: let in, not ${status} ${text}`)
  }
  return wrong
}

/** An actor who is let in but is not the rightful sender may still get 409 or 422. */
function wasLetIn(status: number, isToSucceed: boolean): boolean {
  return status < 400 || (!isToSucceed && (status === 409 || status === 422))
}
