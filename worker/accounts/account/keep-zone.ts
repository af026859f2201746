import { and, eq, isNull, sql } from 'drizzle-orm'
import type { InferOutput } from 'valibot'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import type { Account } from './find-account.ts'
import type { KeepZoneInput } from './keep-zone-input.ts'
import { accounts } from '../tables.ts'

type Input = InferOutput<typeof KeepZoneInput>

/**
 * Stores the browser's zone and region in an account that has no zone yet. After that, only the
 * person changes the zone, in the settings: travelling must not move their deadlines.
 */
export async function keepZone(call: Call, account: Account, { zone, region }: Input) {
  if (account.zone !== null) return { zone: account.zone }
  const none = and(eq(accounts.id, call.actorId), isNull(accounts.zone))
  return commit(
    call,
    [
      call.db
        .update(accounts)
        .set({ zone, region: sql`coalesce(${accounts.region}, ${region ?? null})` })
        .where(none),
      auditEntry(call, 'account.zone-kept', call.actorId),
    ],
    { answer: { zone } },
  )
}
