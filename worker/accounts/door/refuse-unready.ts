import { log } from '../../foundation/call/log.ts'
import { createMiddleware } from '../../http/factory.ts'
import { notReady } from '../../http/problems.ts'
import { whyNotReady } from './production.ts'

let asked: Promise<string | undefined> | undefined

/**
 * Answers 503 to everything in production while `whyNotReady` finds a reason. Checked once per
 * isolate, and again on each request after a failed check.
 */
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
