import { sql } from 'drizzle-orm'

import type { Call } from '../foundation/call.ts'
import type { Statement } from '../foundation/db.ts'
import { failureOf } from '../foundation/failure.ts'
import { tooManyRequests } from '../foundation/problems.ts'

const hour = 3_600_000
const triesAnHour = 20

/**
 * Counts a try of a code against the address it was mailed to: 20 an hour, over all its codes. A
 * code for a fresh proof is its account's; one for signing in is nobody's yet.
 */
export function countTry({ db, now }: Call, idHash: string, accountId: string | null): Statement {
  const startsAt = now.getTime() - (now.getTime() % hour)
  return db.run(sql`
    INSERT INTO counters (key, starts_at, n, cap)
    SELECT 'code ' || email_index, ${startsAt}, 1, ${triesAnHour} FROM sign_ins
    WHERE id_hash = ${idHash} AND account_id IS ${accountId}
    ON CONFLICT (key, starts_at) DO UPDATE SET n = n + 1`)
}

/** What a batch with a counted try failed by: 429 until the hour is over; else the failure itself. */
export function refusalOf(error: unknown, { now }: Call): unknown {
  const failure = failureOf(error)
  if (failure.kind !== 'refused' || failure.name !== 'rate_limited') return error
  const seconds = Math.ceil((hour - (now.getTime() % hour)) / 1000)
  return tooManyRequests(undefined, {}, { 'retry-after': String(seconds) })
}
