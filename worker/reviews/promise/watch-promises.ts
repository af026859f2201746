import { and, asc, eq, getTableColumns, lte, ne, sql } from 'drizzle-orm'

import { databaseOf } from '../../database-of.ts'
import { accounts } from '../../accounts/tables.ts'
import { submissions } from '../../attempts/tables.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Bindings } from '../../env.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { connect, type Db } from '../../foundation/call/db.ts'
import { systemCall } from '../../foundation/call/system-call.ts'
import { tryEach } from '../../foundation/call/try-each.ts'
import { findProspects } from './find-prospects.ts'
import { movedMeanwhile } from '../problems.ts'
import { type Change, changeFor, type Promised } from './statements.ts'
import { promises } from '../tables.ts'
import { unlessMoved } from '../claim/unless-moved.ts'

const atOnce = 50
const hour = 3_600_000

/**
 * Runs on each tick: checks once an hour who could decide about each waiting submission. If nobody
 * can, the submission has no date, and its author and the admins are told why, again each week.
 * When a decision is possible again, it has a date again. Near its date, a round that has enough
 * reviews and that nobody else can judge ends with those. If nothing has changed, only the time of
 * the next check is written.
 */
export async function watchPromises(env: Bindings, now: Date): Promise<number> {
  const db = connect(databaseOf(env))
  const due = await findDue(db, now)
  if (due.length === 0) return 0
  const found = await findProspects(
    db,
    due.map(({ submissionId }) => submissionId),
    now,
  )
  const looks = due.map((promise) => {
    const { submissionId, watchAt } = promise
    const call = systemCall(env, `watch:${submissionId}:${watchAt.getTime()}`, now)
    return { call, promise, change: changeFor(call, promise, found.get(submissionId)) }
  })
  const unchanged = looks.filter(({ change }) => !change)
  if (unchanged.length > 0) {
    await lookAgainLater(
      db,
      unchanged.map(({ promise }) => promise.submissionId),
      now,
    )
  }
  await tryEach(looks, async ({ call, promise, change }) => {
    if (change) await unlessMoved(keep(call, promise, change))
  })
  return due.length
}

function findDue(db: Db, now: Date): Promise<Promised[]> {
  return db
    .select({ ...getTableColumns(promises), zone: accounts.zone })
    .from(promises)
    .innerJoin(submissions, eq(submissions.id, promises.submissionId))
    .innerJoin(accounts, eq(accounts.id, submissions.studentId))
    .where(and(ne(promises.step, 'over'), lte(promises.watchAt, now)))
    .orderBy(asc(promises.watchAt))
    .limit(atOnce)
}

const nextLook = (now: Date) => new Date(now.getTime() + hour)

/** No audit entry and no idempotency key: no promise changes, and running it twice does no harm. */
async function lookAgainLater(db: Db, submissionIds: readonly string[], now: Date): Promise<void> {
  await db.run(sql`
    UPDATE promises SET watch_at = ${nextLook(now).getTime()}
    WHERE submission_id IN (SELECT value FROM json_each(${JSON.stringify(submissionIds)}))
      AND step <> 'over' AND watch_at <= ${now.getTime()}`)
}

async function keep(call: Call, promise: Promised, { set, more }: Change): Promise<void> {
  const { submissionId, organizationId, step, watchAt } = promise
  const asRead = and(
    eq(promises.submissionId, submissionId),
    eq(promises.watchAt, watchAt),
    eq(promises.step, step),
  )
  await commit(
    call,
    [
      call.db
        .update(promises)
        .set({ watchAt: nextLook(call.now), ...set })
        .where(asRead),
      guard(call, 'promise_moved'),
      ...more,
      auditEntry(
        call,
        'promise.watched',
        submissionId,
        { lacking: set.waitsFor ?? '' },
        organizationId,
      ),
    ],
    { answer: null, conflicts: { promise_moved: movedMeanwhile } },
  )
}
