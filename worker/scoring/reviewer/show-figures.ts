import { and, asc, eq, lte } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import { databaseOf } from '../../database-of.ts'
import type { Bindings } from '../../env.ts'
import { connect } from '../../foundation/call/db.ts'
import { systemCall } from '../../foundation/call/system-call.ts'
import { tryEach } from '../../foundation/call/try-each.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { reviewerRecords } from '../../reviews/calibration-tables.ts'
import { reviewerSnapshots } from '../tables.ts'
import { figuresOf } from './figures.ts'
import { findEvidence, type Measured } from './find-evidence.ts'
import { mondayAfter, mondayBefore } from './monday.ts'
import { profileOf } from './profile.ts'

const atOnce = 10

/**
 * Runs each hour: stores what a reviewer may see of their figures, as they were on Monday. Whatever
 * was judged since then waits for the next Monday, or a reviewer could see which answer was a
 * hidden item.
 */
export async function showFigures(env: Bindings, now: Date): Promise<void> {
  const due = await connect(databaseOf(env))
    .select({
      accountId: reviewerRecords.accountId,
      role: reviewerRecords.role,
      measuredAt: reviewerRecords.measuredAt,
    })
    .from(reviewerRecords)
    .where(lte(reviewerRecords.snapshotDueAt, now))
    .orderBy(asc(reviewerRecords.snapshotDueAt))
    .limit(atOnce)
  await tryEach(due, (record) => show(env, now, record))
}

async function show(env: Bindings, now: Date, record: Measured & { measuredAt: Date }) {
  const { accountId, role, measuredAt } = record
  const asOf = mondayBefore(now)
  const call = systemCall(env, `figures:${role}:${accountId}:${asOf.getTime()}`, now)
  const evidence = await findEvidence(call.db, record, asOf)
  const { difference, kappa, distances, lookAgain } = figuresOf(evidence)
  const { variance, shift, setAside } = profileOf(role, evidence)
  const figures = {
    asOf,
    anchored: evidence.length,
    variance,
    shift,
    difference: evidence.length === 0 ? 0 : difference,
    kappa,
    setAside,
    distances: JSON.stringify(distances),
    lookAgain: JSON.stringify(lookAgain),
  }
  await commit(
    call,
    [
      call.db
        .insert(reviewerSnapshots)
        .values({ accountId, role, ...figures })
        .onConflictDoUpdate({
          target: [reviewerSnapshots.accountId, reviewerSnapshots.role],
          set: figures,
        }),
      call.db
        .update(reviewerRecords)
        .set({ snapshotDueAt: measuredAt > asOf ? mondayAfter(now) : null })
        .where(
          and(
            eq(reviewerRecords.accountId, accountId),
            eq(reviewerRecords.role, role),
            eq(reviewerRecords.measuredAt, measuredAt),
          ),
        ),
      auditEntry(call, 'review.shown', accountId, { role }, null),
    ],
    { answer: null },
  )
}
