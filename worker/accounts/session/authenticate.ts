import type { Context } from 'hono'

import type { Env, Visitor } from '../../http/env.ts'
import { tooManyRequests } from '../../foundation/problems.ts'
import { readToken, sessionCookie } from './cookies.ts'
import { findVisitor } from './find-visitor.ts'
import { notSignedIn, otherPersonSignedIn } from '../problems.ts'
import { hashToken, weekOf } from './session.ts'
import { standingOf } from './standing.ts'

const known = new WeakMap<Request, Visitor>()

/**
 * Marks a request that the Worker makes to itself, to prefetch a page's data for a visitor who is
 * already authenticated.
 */
export function asVisitor(request: Request, visitor: Visitor): Request {
  known.set(request, visitor)
  return request
}

export function isFromInside(request: Request): boolean {
  return known.has(request)
}

/**
 * Authenticates the request and puts the visitor into the call. Returns the answer stored under the
 * request's Idempotency-Key, if there is one.
 */
export async function authenticate(c: Context<Env>) {
  const { call } = c.var
  const inside = known.get(c.req.raw)
  if (inside) {
    admit(c, inside)
    return undefined
  }
  const token = readToken(c.req.raw.headers, sessionCookie)
  if (!token) throw notSignedIn()
  const key = c.req.header('idempotency-key') ?? ''
  const { visitor, seen, stored } = await findVisitor(c.env, await hashToken(token), call.now, key)
  if (!visitor) throw notSignedIn()
  // A page says who it is for: since it was loaded, another tab may have signed in as somebody else.
  if ((c.req.header('mettle-account') ?? visitor.accountId) !== visitor.accountId) {
    throw otherPersonSignedIn()
  }
  const { success } = await c.env.BY_ACCOUNT.limit({ key: visitor.accountId })
  if (!success) throw tooManyRequests(undefined, {}, { 'retry-after': '60' })
  admit(c, visitor)
  if (seen && isNewVisit(seen, call.now)) c.executionCtx.waitUntil(see(c, visitor))
  return stored
}

function admit(c: Context<Env>, visitor: Visitor): void {
  const { call } = c.var
  c.set('visitor', visitor)
  call.actorId = visitor.accountId
  call.provenAt = visitor.provenAt
  // While the account has no region, use the one of the request's `Accept-Language`.
  call.reader = { ...visitor.reader, region: visitor.reader.region ?? call.reader.region }
  if (visitor.acting) call.acting = visitor.acting
  call.standing = standingOf(call, visitor.sessionHash)
}

/** Whether the stored visit is old enough to be stored again, or of another week. */
function isNewVisit({ at, keepMs }: { at: number; keepMs: number }, now: Date): boolean {
  return now.getTime() - at > keepMs || weekOf(new Date(at)) < weekOf(now)
}

/**
 * Records the visit: the exact time in the session, for its idle limit, and only the week in the
 * membership, which admins see.
 */
async function see(c: Context<Env>, { sessionHash, acting }: Visitor): Promise<void> {
  const { DB } = c.env
  const { now } = c.var.call
  await DB.batch([
    DB.prepare('UPDATE sessions SET seen_at = ?1 WHERE token_hash = ?2 AND seen_at < ?1').bind(
      now.getTime(),
      sessionHash,
    ),
    DB.prepare('UPDATE memberships SET seen_week = ?1 WHERE id = ?2').bind(
      weekOf(now).getTime(),
      acting?.membershipId ?? '',
    ),
  ])
}
