import { and, eq, lte } from 'drizzle-orm'

import { databaseOf } from '../../database-of.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Bindings } from '../../env.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { connect } from '../../foundation/call/db.ts'
import { systemCall } from '../../foundation/call/system-call.ts'
import { tryEach } from '../../foundation/call/try-each.ts'
import { overBefore } from './attempt.ts'
import { lapse, lapseOf } from './lapse-statements.ts'
import { attempts } from '../tables.ts'

const atOnce = 50

/**
 * Runs every minute: attempts, and later rounds, that were not submitted within thirty days lapse.
 * Their drafts are kept.
 */
export async function lapseAttempts(env: Bindings, now: Date): Promise<number> {
  const isDue = and(eq(attempts.state, 'open'), lte(attempts.closesAt, overBefore(now)))
  const due = await connect(databaseOf(env))
    .select({
      id: attempts.id,
      organizationId: attempts.organizationId,
      round: attempts.round,
      closesAt: attempts.closesAt,
    })
    .from(attempts)
    .where(isDue)
    .orderBy(attempts.closesAt)
    .limit(atOnce)
  await tryEach(due, async ({ id, organizationId, round, closesAt }) => {
    // One key for each lapse, so that two ticks at the same time have one effect.
    const call = systemCall(env, `lapse:${id}:${closesAt.getTime()}`, now)
    const [end, note] = lapse(call, id, isDue)
    await commit(
      call,
      [
        end,
        guard(call, 'attempt_not_due'),
        note,
        auditEntry(call, lapseOf(round), id, { round }, organizationId),
      ],
      { answer: { id } },
    )
  })
  return due.length
}
