import type { ExecutionContext, ScheduledController } from '@cloudflare/workers-types'

import { app } from './app.ts'
import type { Bindings } from './env.ts'
import { drain } from './foundation/outbox/drain.ts'
import { metered } from './foundation/plan/metered.ts'
import { meterOf } from './foundation/plan/plan.ts'
import { reactions } from './reactions.ts'
import { tick } from './tick.ts'

/**
 * After a successful write, the Worker sends the response and then handles up to 30 due notes, so
 * the notes of this request rarely wait for the cron. The cron handles the rest. Request and drain
 * are one invocation: the drain has what the request leaves of the plan's limits.
 */
export default {
  async fetch(request: Request, env: Bindings, context: ExecutionContext): Promise<Response> {
    const meter = meterOf(env)
    const response = await app.fetch(request, metered(env, meter), context)
    const wrote = request.method !== 'GET' && request.method !== 'HEAD' && response.ok
    if (wrote) context.waitUntil(drain(env, reactions, { size: 5, rounds: 6, meter }))
    return response
  },

  async scheduled(_event: ScheduledController, env: Bindings): Promise<void> {
    await tick(env)
  },
}
