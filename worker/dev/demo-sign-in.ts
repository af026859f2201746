import { sql } from 'drizzle-orm'

import { openingOf } from '../accounts/session-statements.ts'
import { hashToken, newToken } from '../accounts/session.ts'
import type { Call } from '../foundation/call.ts'

/** What the device is called in the list of one's sessions. */
export const demoDevice = 'Demo'

/** Opens a session as if the code had been typed this minute; the one door that asks for no code. */
export async function signIn(call: Call, accountId: string, membershipId: string | null) {
  const token = newToken()
  await openingOf(call, {
    tokenHash: await hashToken(token),
    device: demoDevice,
    sharedComputer: false,
    provenAt: call.now,
    from: sql`SELECT ${accountId} AS account_id, ${membershipId} AS membership_id`,
  })
  return token
}
