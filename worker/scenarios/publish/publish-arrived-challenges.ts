import { sql } from 'drizzle-orm'

import { databaseOf } from '../../database-of.ts'
import type { Bindings } from '../../env.ts'
import { connect } from '../../foundation/call/db.ts'
import { log } from '../../foundation/call/log.ts'
import { Problem } from '../../foundation/call/problem.ts'
import { systemCall } from '../../foundation/call/system-call.ts'
import { tryEach } from '../../foundation/call/try-each.ts'
import { joinChallengeParts } from './join-challenge-parts.ts'

/**
 * Runs every minute. In production the parts arrive by `wrangler d1 execute`, without a request.
 * SQLite has no SHA-256, so the Worker joins them, checks the hash and writes the audit entry.
 */
export async function publishArrivedChallenges(env: Bindings, now: Date): Promise<number> {
  const complete = await connect(databaseOf(env)).all<{ hash: string }>(sql`
    SELECT hash FROM challenge_parts GROUP BY hash HAVING count(*) = max(parts) LIMIT 4`)
  let published = 0
  await tryEach(complete, async ({ hash }) => {
    try {
      await joinChallengeParts(systemCall(env, `publish:${hash}:${now.getTime()}`, now), hash)
      published++
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      log('error', 'challenge.refused', { hash, problem: error.kind.type })
    }
  })
  return published
}
