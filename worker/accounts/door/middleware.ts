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
import { isFromInside } from '../session/authenticate.ts'

/** What every API request passes before its door: size, a known address, limits, origin, a fair body. */
export const apiMiddleware = createMiddleware(async (c, next) => {
  for (const [name, value] of Object.entries(apiHeaders)) c.header(name, value)
  c.header('cache-control', 'no-store')
  // Pages count from the server's clock, never from the browser's.
  c.header('mettle-now', c.var.call.now.toISOString())

  if (c.req.url.length > 2_048) throw addressTooLong()
  if ((c.req.header('cookie') ?? '').length > 8_192) throw headersTooLarge()
  const rule = matchedRoutes(c)
    .map(({ handler }) => ruleOf(handler))
    .find(Boolean)
  if (!rule) throw notFound()
  if (isFromInside(c.req.raw)) return next()

  await refuseHaste(c)
  if (c.req.method === 'GET' || c.req.method === 'HEAD') {
    refuseForeignRead(c.req.raw.headers, rule.download === true)
    return next()
  }
  refuseForeignWrite(c.req.raw.headers, c.env.APP_ORIGIN)
  const raw = await readBody(c.req.raw)
  c.set('rawBody', raw)
  // Read once and bounded; whoever asks for the body later gets this text.
  Object.assign(c.req.bodyCache, { text: Promise.resolve(raw) })
  return next()
})

/** What a page passes: the same limit by address, and forms come from our own pages. */
export const pageMiddleware = createMiddleware(async (c, next) => {
  if (c.req.path.startsWith('/api/')) return next()
  await refuseHaste(c)
  if (c.req.method === 'POST') refuseForeignForm(c.req.raw.headers, c.env.APP_ORIGIN)
  return next()
})

/** By address; signing in more narrowly than the rest. */
async function refuseHaste({ req, env }: Context<Env>): Promise<void> {
  const key = clientAddress(req.raw.headers)
  const signsIn = req.method === 'POST' && /^\/api\/(?:sign-ins|session)(?:\/|$)/.test(req.path)
  for (const limiter of signsIn ? [env.BY_SIGN_IN, env.BY_ADDRESS] : [env.BY_ADDRESS]) {
    const { success } = await limiter.limit({ key })
    if (!success) throw tooManyRequests(undefined, {}, { 'retry-after': '60' })
  }
}

/**
 * Throws at start-up unless the first handler of every method and path is a door, once. A route that
 * nobody said who may use cannot exist.
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
