import { and, asc, isNull, lte, sql } from 'drizzle-orm'

import type { Erasure } from '../../accounts/erasure/find-erasure.ts'
import { erasureOver } from '../../accounts/problems.ts'
import { erasures } from '../../accounts/tables.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Bindings } from '../../env.ts'
import type { Call } from '../../foundation/call/call.ts'
import type { Statement } from '../../foundation/call/db.ts'
import { systemCall } from '../../foundation/call/system-call.ts'
import { tryEach } from '../../foundation/call/try-each.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { note } from '../../foundation/outbox/note.ts'
import { registerStatements } from './register-statements.ts'

const atOnce = 10

/**
 * Runs every minute: erases the accounts whose time to undo is over. All rows change in one commit;
 * its note then destroys the key in the vault, so that copies of sealed text cannot be opened
 * either.
 */
export async function eraseAccounts(env: Bindings, now: Date): Promise<void> {
  const { db } = systemCall(env, 'erasures', now)
  const due = await db
    .select()
    .from(erasures)
    .where(and(isNull(erasures.undoneAt), isNull(erasures.finishedAt), lte(erasures.dueAt, now)))
    .orderBy(asc(erasures.dueAt))
    .limit(atOnce)
  await tryEach(due, (erasure) =>
    eraseAccount(systemCall(env, `erasure:${erasure.id}`, now), erasure),
  )
}

async function eraseAccount(call: Call, { id, accountId }: Erasure): Promise<void> {
  const now = call.now.getTime()
  await commit(
    call,
    [
      // Fails if the link was used first: one of the two wins.
      call.db.run(sql`UPDATE erasures SET finished_at = ${now} WHERE id = ${id}
        AND undone_at IS NULL AND finished_at IS NULL AND due_at <= ${now}`),
      guard(call, 'erasure_over'),
      ...endWork(call, accountId),
      ...registerStatements(call, accountId),
      note(call, 'account.erased', accountId),
      auditEntry(call, 'account.erased', accountId, {}, null),
    ],
    { answer: null, conflicts: { erasure_over: erasureOver } },
  )
}

/** Ends the live claims and the open rounds of the person's answers, which are erased. */
function endWork(call: Call, studentId: string): Statement[] {
  const now = call.now.getTime()
  const own = sql`(SELECT id FROM attempts WHERE student_id = ${studentId})`
  return [
    // No index begins with the author, so SQLite reads all live claims: one at most for each
    // reviewer.
    call.db.run(sql`UPDATE claims SET ended_at = ${now}, end_reason = 'lapsed'
      WHERE ended_at IS NULL AND (author_id = ${studentId} OR item_id IN (
        SELECT id FROM hidden_items WHERE author_id = ${studentId}))`),
    call.db.run(sql`UPDATE rounds SET state = 'closed', closed_at = ${now}
      WHERE attempt_id IN ${own} AND state = 'open'`),
  ]
}
