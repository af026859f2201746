import type { Context, Hono } from 'hono'
import { matchedRoutes } from 'hono/route'

import type { Env } from '../../http/env.ts'
import { tooManyRequests } from '../../foundation/problems.ts'
import { clientAddress } from '../../http/client-address.ts'
import { createMiddleware } from '../../http/factory.ts'
import { apiHeaders } from '../../http/headers.ts'
import { refuseForeignForm, refuseForeignRead, refuseForeignWrite } from '../../http/origin.ts'
import { addressTooLong, headersTooLarge, notFound } from '../../http/problems.ts'
import { readBody } from '../../http/read-body.ts'
import { ruleOf } from './door.ts'
import type { Rule } from './rule.ts'
import { isFromInside } from '../session/authenticate.ts'

/**
 * The checks of every API request before its route: length of the address and the cookies, a route
 * that exists, rate limits, origin, body. Requests of the Worker to itself skip the last three.
 */
export const apiMiddleware = createMiddleware(async (c, next) => {
  for (const [name, value] of Object.entries(apiHeaders)) c.header(name, value)
  c.header('cache-control', 'no-store')
  // Pages measure time from the server's clock, because the browser's clock may be wrong.
  c.header('mettle-now', c.var.call.now.toISOString())

  if (c.req.url.length > 2_048) throw addressTooLong()
  if ((c.req.header('cookie') ?? '').length > 8_192) throw headersTooLarge()
  const rule = findRule(c)
  if (!rule) throw notFound()
  if (isFromInside(c.req.raw)) return next()

  await refuseHaste(c)
  if (c.req.method === 'GET' || c.req.method === 'HEAD') {
    refuseForeignRead(c.req.raw.headers, rule.download === true)
    return next()
  }
  if (!rule.outside) refuseForeignWrite(c.req.raw.headers, c.env.APP_ORIGIN)
  const raw = await readBody(c.req.raw)
  c.set('rawBody', raw)
  // The body can be read only once, and `readBody` limits its size. Handlers that ask for it get
  // this text.
  Object.assign(c.req.bodyCache, { text: Promise.resolve(raw) })
  return next()
})

/**
 * The checks of every request outside /api/: the same rate limit, and forms must come from our own
 * pages.
 */
export const pageMiddleware = createMiddleware(async (c, next) => {
  if (c.req.path.startsWith('/api/')) return next()
  await refuseHaste(c)
  if (c.req.method === 'POST' && !findRule(c)?.outside) {
    refuseForeignForm(c.req.raw.headers, c.env.APP_ORIGIN)
  }
  return next()
})

/** The rule of the route that will answer. */
function findRule(c: Context<Env>): Rule<unknown> | undefined {
  return matchedRoutes(c)
    .map(({ handler }) => ruleOf(handler))
    .find(Boolean)
}

/** Limits requests by client address. Signing in has a lower limit as well. */
async function refuseHaste({ req, env }: Context<Env>): Promise<void> {
  const key = clientAddress(req.raw.headers)
  const signsIn = req.method === 'POST' && /^\/api\/(?:sign-ins|session)(?:\/|$)/.test(req.path)
  for (const limiter of signsIn ? [env.BY_SIGN_IN, env.BY_ADDRESS] : [env.BY_ADDRESS]) {
    const { success } = await limiter.limit({ key })
    if (!success) throw tooManyRequests(undefined, {}, { 'retry-after': '60' })
  }
}

/**
 * Throws at start-up unless every method and path begins with exactly one `route(rule)`, so that no
 * route can exist without a rule. Returns the rules by method and path, such as `GET /api/session`.
 */
export function assertDoors(app: Hono<Env>): Record<string, object> {
  const doors: Record<string, object> = {}
  for (const { method, path, handler } of app.routes) {
    if (method === 'ALL') continue
    const name = `${method} ${path}`
    const rule = ruleOf(handler)
    if (!doors[name] && !rule) throw new Error(`${name} does not say who may use it.`)
    if (doors[name] && rule) throw new Error(`${name} is declared twice.`)
    if (rule) doors[name] = rule
  }
  return doors
}
