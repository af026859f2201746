import { databaseOf } from '../../database-of.ts'
import type { Bindings } from '../../env.ts'

/** Why a session ended by time: after `seconds` without a visit, or because it began too long ago. */
export type Ended = { because: 'idle'; seconds: number } | { because: 'age'; since: string }

interface Row {
  created_at: number
  expires_at: number
  seen_at: number
  idle_seconds: number
}

/**
 * Why the session of this browser ended, if it ended by time. It is known for a day: then the row
 * is deleted (`retention.ts`).
 */
export async function findEnded(
  env: Bindings,
  tokenHash: string,
  now: Date,
): Promise<Ended | undefined> {
  const row = await databaseOf(env)
    .prepare(
      'SELECT created_at, expires_at, seen_at, idle_seconds FROM sessions WHERE token_hash = ?1',
    )
    .bind(tokenHash)
    .first<Row>()
  if (!row) return undefined
  const idleEnd = row.seen_at + row.idle_seconds * 1000
  if (Math.min(idleEnd, row.expires_at) > now.getTime()) return undefined
  return idleEnd <= row.expires_at
    ? { because: 'idle', seconds: row.idle_seconds }
    : { because: 'age', since: new Date(row.created_at).toISOString() }
}
