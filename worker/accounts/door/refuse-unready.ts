import { log } from '../../foundation/call/log.ts'
import { createMiddleware } from '../../http/factory.ts'
import { notReady } from '../../http/problems.ts'
import { whyNotReady } from './production.ts'

let asked: Promise<string | undefined> | undefined

/** Asked once per isolate: a production Worker without real keys and sealed columns answers 503 to all. */
export const refuseUnready = createMiddleware(async (c, next) => {
  if (c.env.ENVIRONMENT === 'production') {
    asked ??= whyNotReady(c.env)
    const why = await asked.catch(() => 'could-not-be-checked')
    if (why) {
      asked = undefined
      log('error', 'not-ready', { problem: why })
      throw notReady()
    }
  }
  return next()
})
