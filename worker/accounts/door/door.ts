import type { Context, MiddlewareHandler } from 'hono'

import type { Env } from '../../http/env.ts'
import type { Call } from '../../foundation/call/call.ts'
import { sha256Hex } from '../../foundation/crypto/encoding.ts'
import { freshProofNeeded, idempotencyKeyReused } from '../../foundation/problems.ts'
import { refuseUnread } from '../../http/body.ts'
import { createMiddleware } from '../../http/factory.ts'
import { idempotencyKeyMissing, notFound } from '../../http/problems.ts'
import { authenticate } from '../session/authenticate.ts'
import { findMenuOwner } from '../session/find-menu-owner.ts'
import { noRole, notForYourRole, notSignedIn } from '../problems.ts'
import { type Rule, areShaped } from './rule.ts'
import { isFresh } from '../session/session.ts'

type Door<Resource> = MiddlewareHandler<Env & { Variables: { resource: Resource } }>

const rules = new WeakMap<object, Rule<unknown>>()

/** The rule of a handler that `route` made, or undefined for any other handler. */
export function ruleOf(handler: object): Rule<unknown> | undefined {
  return rules.get(handler)
}

/**
 * Declares who may use a route. It is the first argument after the path. Refusals in order: 401,
 * 403 by role, 400/422 by Idempotency-Key, 403 for a stale proof, 404, 422 for a body or query that
 * the route has no schema for. A retry of a write gets the stored answer here, before anything is
 * loaded.
 */
export function route<Resource = undefined>(rule: Rule<Resource>): Door<Resource> {
  const door = createMiddleware(async (c, next) => {
    const { call } = c.var
    if (rule.who !== 'anyone') {
      const stored = await authenticate(c)
      refuseRole(rule, call)
      const answered = await keyed(c, rule, stored)
      if (answered) return answered
      if (rule.fresh && !isFresh(call.provenAt, call.now)) throw freshProofNeeded()
    }
    if (rule.page) c.set('menuOwner', await menuOwner(c))
    if (!areShaped(c.req.param())) throw notFound()
    if (rule.perDay) call.caps.push(dayCap(c, rule.perDay))
    if (rule.load) c.set('resource' as never, (await loaded(rule, call, c.req.param())) as never)
    if (c.req.path.startsWith('/api/')) refuseUnread(c)
    return next()
  })
  rules.set(door, rule)
  return door as unknown as Door<Resource>
}

async function loaded<Resource>(rule: Rule<Resource>, call: Call, param: Record<string, string>) {
  const resource = await rule.load?.(call, param)
  if (resource === undefined) throw notFound()
  return resource
}

function refuseRole({ who, operator }: Rule<unknown>, { acting, actorId }: Call): void {
  if (actorId === 'nobody') throw notSignedIn()
  if (typeof who === 'object' && !acting) throw noRole()
  if (typeof who === 'object' && acting && !who.includes(acting.role)) throw notForYourRole()
  if (operator && !acting?.operator) throw notForYourRole()
}

/** Gives the write its key. Returns the stored answer if the same request was answered before. */
async function keyed(c: Context<Env>, { unkeyed }: Rule<unknown>, stored: Stored) {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return undefined
  const { call } = c.var
  const key = c.req.header('idempotency-key')
  if (key === undefined && c.req.method === 'POST' && !unkeyed) throw idempotencyKeyMissing()
  if (key !== undefined && !/^[\w-]{16,64}$/.test(key)) throw idempotencyKeyMissing()
  const membership = call.acting?.membershipId ?? ''
  const request = [c.req.method, c.req.path, membership, c.var.rawBody].join('|')
  const requestHash = await sha256Hex(request)
  call.write = { accountId: call.actorId, key: key ?? call.write.key, requestHash }
  if (!stored) return undefined
  if (stored.request_hash !== requestHash) throw idempotencyKeyReused()
  return c.json(JSON.parse(stored.answer), 200, { 'idempotency-replayed': 'true' })
}

/**
 * The person whose menu the page shows. Undefined if nobody is signed in, or for a program that
 * asks the same address for JSON.
 */
function menuOwner(c: Context<Env>) {
  const isForPerson = (c.req.header('accept') ?? '').includes('text/html')
  return isForPerson ? findMenuOwner(c) : undefined
}

type Stored = { request_hash: string; answer: string } | undefined

function dayCap(c: Context<Env>, cap: number) {
  const path = c.req.routePath.replace(/^\/api/, '')
  return { key: `${c.var.call.actorId} ${c.req.method} ${path}`, cap, windowSeconds: 86_400 }
}
