import { sql } from 'drizzle-orm'

import { unaudited } from '../audit/entry.ts'
import type { Call } from '../foundation/call/call.ts'
import { commit } from '../foundation/commit/commit.ts'
import { readVersions } from './tables.ts'

interface Subject {
  id: string
  version: number
}

/** Records that the account has read this version. An older version changes nothing. */
export function markRead(call: Call, { id, version }: Subject) {
  const row = { accountId: call.actorId, subjectId: id, version, at: call.now }
  return commit(
    call,
    [
      call.db
        .insert(readVersions)
        .values(row)
        .onConflictDoUpdate({
          target: [readVersions.accountId, readVersions.subjectId],
          set: { version: sql`max(version, excluded.version)`, at: call.now },
        }),
      unaudited('read'),
    ],
    { answer: { version } },
  )
}
