import type { ExecutionContext } from '@cloudflare/workers-types'

import type { Bindings } from '../../worker/env.ts'
import { clock } from '../../worker/foundation/call/clock.ts'
import { drain } from '../../worker/foundation/outbox/drain.ts'
import main from '../../worker/index.ts'
import { eraseAccounts } from '../../worker/insights/erasure/erase-accounts.ts'
import { reactions } from '../../worker/reactions.ts'

/**
 * The product's Worker, with a door for a restore drill: it erases the accounts that are due and handles
 * notes, as the cron does after a restore. It has no carrier, so it mails nobody. Never deployed.
 */
export default {
  async fetch(request: Request, env: Bindings, context: ExecutionContext): Promise<Response> {
    if (new URL(request.url).pathname !== '/drill/erasures') {
      return main.fetch(request, env, context)
    }
    await eraseAll(env, clock(env))
    return Response.json({ notes: await drain(env, reactions) })
  },
}

/** One run erases a few accounts, so it takes as many as the cron would need. */
async function eraseAll(env: Bindings, now: Date): Promise<void> {
  let due = await countDue(env, now)
  while (due > 0) {
    await eraseAccounts(env, now)
    const left = await countDue(env, now)
    if (left >= due) throw new Error(`${left} accounts that are due were not erased.`)
    due = left
  }
}

async function countDue({ DB }: Bindings, now: Date): Promise<number> {
  const count = DB.prepare(
    `SELECT count(*) AS n FROM erasures
     WHERE undone_at IS NULL AND finished_at IS NULL AND due_at <= ?`,
  )
  return (await count.bind(now.getTime()).first<number>('n')) ?? 0
}
