import { databaseOf } from '../../database-of.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Bindings } from '../../env.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { connect } from '../../foundation/call/db.ts'
import { systemCall } from '../../foundation/call/system-call.ts'
import { tryEach } from '../../foundation/call/try-each.ts'
import { note } from '../../foundation/outbox/note.ts'
import { askErasure } from '../erasure/ask-erasure.ts'
import { findIdle } from './find-idle.ts'
import { idleTerm } from './idle.ts'

/**
 * Runs once an hour: tells people whose account nobody uses that it will end, and at last begins to
 * erase it. The mailed link still undoes that.
 */
export async function noticeIdle(env: Bindings, now: Date): Promise<void> {
  const idle = await findIdle(connect(databaseOf(env)), now)
  await tryEach(idle, async ({ accountId, months }) => {
    // The same step again within a week, while its note is still on its way, changes nothing.
    const call = systemCall(env, `idle:${accountId}:${months}`, now)
    if (months === idleTerm.months) {
      await askErasure({ ...call, actorId: accountId })
      return
    }
    await commit(
      call,
      [
        note(call, 'account.idle', accountId, { payload: { months } }),
        auditEntry(call, 'account.idle', accountId, { months }),
      ],
      { answer: null },
    )
  })
}
