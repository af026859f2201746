import { tick } from '../../worker/tick.ts'
import { type Client, envAt } from './client.ts'
import { countingPlan } from './counting-plan.ts'
import { askOf, doorNames, liftRateLimits, rightful, send } from './traffic.ts'
import type { Ask } from './traffic/ask.ts'

const plan = { PLAN: 'free' } as const
let next: { door: string; ask: Ask; client: Client } | undefined

/**
 * Makes the rows for a request of a door, and sends the request when it is told to. The product's
 * Worker answers it and handles the notes after it, as on the free plan. Never deployed.
 */
export default {
  async fetch(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url)
    if (pathname === '/bench/doors') return Response.json(doorNames)
    if (pathname === '/bench/bare') return Response.json({ ok: true })
    if (pathname === '/bench/queries') return Response.json(await someQueries(searchParams))
    if (pathname === '/bench/tick') {
      const { env, used } = countingPlan(envAt(undefined, plan))
      await tick(env)
      return Response.json(used())
    }
    if (pathname === '/bench/preparation') {
      liftRateLimits()
      await next?.ask.after?.()
      // Some doors can be used a few times a day only.
      await envAt().DB.prepare('DELETE FROM counters').run()
      const door = searchParams.get('door') ?? ''
      const ask = await askOf(door)
      next = { door, ask, client: await rightful(ask) }
      return Response.json({})
    }
    return Response.json(await sendNext())
  },
}

async function sendNext() {
  if (!next) throw new Error('No request is prepared.')
  const { door, ask, client } = next
  const { env, used } = countingPlan(envAt(undefined, plan))
  const { status } = await send(client, door, ask, { env, isWhole: true })
  return { status, ...used() }
}

/** Round trips to D1 that find nothing, for what one costs in workerd. */
async function someQueries(asked: URLSearchParams) {
  const { DB } = envAt()
  for (let n = 0; n < Number(asked.get('n')); n++) {
    await DB.prepare('SELECT id FROM accounts WHERE id = ?1').bind('nobody').all()
  }
  return { status: 200, queries: 0, subrequests: 0, calls: 0 }
}
