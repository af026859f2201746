import { route } from '../accounts/door/door.ts'
import { createApp } from '../http/factory.ts'
import { checkHealth } from './health/check-health.ts'

const rememberedMs = 5_000
let last: { at: number; health: ReturnType<typeof checkHealth> } | undefined

/**
 * For a monitor. Each isolate checks at most once in five seconds, so that asking often costs
 * nothing. Mounted before the gate of production, so that a monitor also learns why that is closed.
 */
export const healthRoutes = createApp().get('/', route({ who: 'anyone' }), async (c) => {
  const { call } = c.var
  const at = call.now.getTime()
  if (!last || Math.abs(at - last.at) >= rememberedMs) {
    last = { at, health: checkHealth(call) }
    // Others wait for the same check, so it must go on if the first one leaves.
    c.executionCtx.waitUntil(last.health)
  }
  const health = await last.health
  return c.json(health, health.ok ? 200 : 503, { 'cache-control': 'no-store' })
})
