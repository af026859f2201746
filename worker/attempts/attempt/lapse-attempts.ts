import { and, eq, lte } from 'drizzle-orm'

import { databaseOf } from '../../database-of.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Bindings } from '../../env.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { connect } from '../../foundation/call/db.ts'
import { systemCall } from '../../foundation/call/system-call.ts'
import { tryEach } from '../../foundation/call/try-each.ts'
import { overBefore } from './attempt.ts'
import { attempts } from '../tables.ts'

const atOnce = 50

/**
 * Runs every minute: attempts that were not submitted within thirty days lapse. Their drafts are
 * kept.
 */
export async function lapseAttempts(env: Bindings, now: Date): Promise<number> {
  const isDue = and(eq(attempts.state, 'open'), lte(attempts.closesAt, overBefore(now)))
  const due = await connect(databaseOf(env))
    .select({ id: attempts.id, organizationId: attempts.organizationId })
    .from(attempts)
    .where(isDue)
    .orderBy(attempts.closesAt)
    .limit(atOnce)
  await tryEach(due, async ({ id, organizationId }) => {
    // One key per attempt, so that two ticks at the same time have one effect.
    const call = systemCall(env, `lapse:${id}`, now)
    await commit(
      call,
      [
        call.db
          .update(attempts)
          .set({ state: 'lapsed', endedAt: now })
          .where(and(eq(attempts.id, id), isDue)),
        guard(call, 'attempt_not_due'),
        auditEntry(call, 'attempt.lapsed', id, {}, organizationId),
      ],
      { answer: { id } },
    )
  })
  return due.length
}
