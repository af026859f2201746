import { sql } from 'drizzle-orm'

import { openingOf } from '../../accounts/session/statements.ts'
import { hashToken, newToken } from '../../accounts/session/session.ts'
import type { Call } from '../../foundation/call/call.ts'

/**
 * Opens a session as if the code had just been typed. `seen_at` is an hour ago, so that the next
 * request records the visit, as requests do once an hour.
 */
export async function signIn(call: Call, accountId: string, membershipId: string | null) {
  const token = newToken()
  const tokenHash = await hashToken(token)
  const seenAt = call.now.getTime() - 61 * 60_000
  await call.db.batch([
    openingOf(call, {
      tokenHash,
      device: 'Demo',
      sharedComputer: false,
      provenAt: call.now,
      from: sql`SELECT ${accountId} AS account_id, ${membershipId} AS membership_id`,
    }),
    call.db.run(sql`UPDATE sessions SET seen_at = ${seenAt} WHERE token_hash = ${tokenHash}`),
  ])
  return token
}
