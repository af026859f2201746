import { and, eq, sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import { databaseOf } from '../../database-of.ts'
import type { Bindings } from '../../env.ts'
import { connect, type Db } from '../../foundation/call/db.ts'
import { systemCall } from '../../foundation/call/system-call.ts'
import { tryEach } from '../../foundation/call/try-each.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { note } from '../../foundation/outbox/note.ts'
import { unlessMoved } from '../claim/unless-moved.ts'
import { movedMeanwhile } from '../problems.ts'
import { reviewPools } from '../tables.ts'
import { dayMs, findDueMentorTime, isMentorTimeShort, type PoolTime } from './mentor-time.ts'

const atOnce = 20

/**
 * Runs on each tick: compares once a day, for each programme, the mentor reviews that are wanted
 * with those its mentors gave. If mentor time is short, tells the admins, and looks again in a week.
 */
export async function watchMentorTime(env: Bindings, now: Date): Promise<number> {
  const db = connect(databaseOf(env))
  const due = await findDueMentorTime(db, now, atOnce)
  const [short, enough] = [
    due.filter(isMentorTimeShort),
    due.filter((pool) => !isMentorTimeShort(pool)),
  ]
  if (enough.length > 0) await lookAgainTomorrow(db, enough, now)
  await tryEach(short, (pool) => unlessMoved(tell(env, pool, now)))
  return due.length
}

/** No audit entry and no idempotency key: nobody is told, and running it twice does no harm. */
async function lookAgainTomorrow(db: Db, pools: readonly PoolTime[], now: Date): Promise<void> {
  const ids = JSON.stringify(pools.map(({ organizationId }) => organizationId))
  await db.run(sql`UPDATE review_pools SET mentor_time_due_at = ${now.getTime() + dayMs}
    WHERE organization_id IN (SELECT value FROM json_each(${ids}))
      AND mentor_time_due_at <= ${now.getTime()}`)
}

async function tell(env: Bindings, { organizationId, dueAt }: PoolTime, now: Date): Promise<void> {
  const call = systemCall(env, `mentor-time:${organizationId}:${dueAt.getTime()}`, now)
  const asRead = and(
    eq(reviewPools.organizationId, organizationId),
    eq(reviewPools.mentorTimeDueAt, dueAt),
  )
  const mentorTimeDueAt = new Date(now.getTime() + 7 * dayMs)
  await commit(
    call,
    [
      call.db.update(reviewPools).set({ mentorTimeDueAt }).where(asRead),
      guard(call, 'pool_moved'),
      note(call, 'mentor-time.short', organizationId),
      auditEntry(call, 'reminder.mentor-time', organizationId, {}, organizationId),
    ],
    { answer: null, conflicts: { pool_moved: movedMeanwhile } },
  )
}
