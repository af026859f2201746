import type { ExecutionContext, ScheduledController } from '@cloudflare/workers-types'

import { app } from './app.ts'
import type { Bindings } from './env.ts'
import { drain } from './foundation/outbox/drain.ts'
import { reactions } from './reactions.ts'
import { tick } from './tick.ts'

/**
 * After a successful write, the Worker sends the response and then handles up to 30 due notes, so
 * the notes of this request rarely wait for the cron. The cron handles the rest.
 */
export default {
  async fetch(request: Request, env: Bindings, context: ExecutionContext): Promise<Response> {
    const response = await app.fetch(request, env, context)
    const wrote = request.method !== 'GET' && request.method !== 'HEAD' && response.ok
    if (wrote) context.waitUntil(drain(env, reactions, { size: 5, rounds: 6 }))
    return response
  },

  async scheduled(_event: ScheduledController, env: Bindings): Promise<void> {
    await tick(env)
  },
}
