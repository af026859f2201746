import { databaseOf } from '../database-of.ts'
import type { Call } from '../foundation/call/call.ts'
import { clock } from '../foundation/call/clock.ts'
import { connect } from '../foundation/call/db.ts'
import { keyringOf } from '../foundation/crypto/keyring.ts'
import { newId } from '../foundation/call/id.ts'
import { readerOfHeader } from '../foundation/reader/languages.ts'
import { createMiddleware } from './factory.ts'
import { apiHeaders, everyAnswer } from './headers.ts'

/** Creates the call of a request before authentication, and sets the headers of every answer. */
export const openCall = createMiddleware(async (c, next) => {
  const call: Call = {
    db: connect(databaseOf(c.env)),
    env: c.env,
    keys: keyringOf(c.env),
    now: clock(c.env),
    requestId: newId(),
    actorId: 'nobody',
    reader: readerOfHeader(c.req.header('accept-language') ?? null),
    write: { accountId: 'nobody', key: newId(), requestHash: '' },
    caps: [],
    origin: c.env.APP_ORIGIN,
  }
  c.set('call', call)
  await next()
  for (const [name, value] of Object.entries(everyAnswer)) c.header(name, value)
  const caching = { 'cache-control': c.res.status < 400 ? 'no-cache' : 'no-store' }
  // Headers that a handler did not set, for example on a redirect, get the values for API answers,
  // which are the strictest. An answer below 400 may be stored, but not used without asking again.
  for (const [name, value] of Object.entries({ ...apiHeaders, ...caching })) {
    if (!c.res.headers.has(name)) c.header(name, value)
  }
})
