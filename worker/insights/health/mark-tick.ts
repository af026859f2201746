import { sql } from 'drizzle-orm'

import type { Bindings } from '../../env.ts'
import { systemCall } from '../../foundation/call/system-call.ts'
import { dayOwner } from '../../foundation/crypto/owner.ts'
import { seal } from '../../foundation/crypto/seal.ts'
import { operationTimes } from '../../foundation/tables.ts'

/**
 * Leaves the time of the tick, and the same time as sealed text, which `/health` opens. A tick that
 * stops before its end leaves no mark, and a monitor sees it. Without the vault there is a time and
 * no sealed text.
 */
export async function markTick(env: Bindings, now: Date): Promise<void> {
  const call = systemCall(env, 'tick', now)
  const owner = dayOwner(now)
  const selfTest = await seal(
    call,
    operationTimes.selfTest,
    'tick',
    owner,
    now.toISOString(),
  ).catch(() => null)
  await call.db.run(sql`
    INSERT INTO operation_times (name, at, self_test) VALUES ('tick', ${now.getTime()}, ${selfTest})
    ON CONFLICT (name) DO UPDATE SET at = excluded.at, self_test = excluded.self_test`)
}
