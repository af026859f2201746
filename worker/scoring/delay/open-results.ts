import { and, eq, isNull, sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import { databaseOf } from '../../database-of.ts'
import type { Bindings } from '../../env.ts'
import type { Call } from '../../foundation/call/call.ts'
import { connect, type Db } from '../../foundation/call/db.ts'
import { systemCall } from '../../foundation/call/system-call.ts'
import { tryEach } from '../../foundation/call/try-each.ts'
import { commit, guard, part } from '../../foundation/commit/commit.ts'
import { type Note, note } from '../../foundation/outbox/note.ts'
import { unlessMoved } from '../../reviews/claim/unless-moved.ts'
import { movedMeanwhile } from '../../reviews/problems.ts'
import { findDelayed, type Watched } from './find-delayed.ts'
import { longestIdleMs, whyOpen } from './result-delay.ts'
import { delayedResults } from '../tables.ts'

const atOnce = 50
const betweenLooksMs = 2 * 3_600_000

/**
 * Runs on each tick: opens the full results whose time has come, and tells their authors. Looks
 * every two hours whether the authors of the others have something to review.
 */
export async function openResults(env: Bindings, now: Date): Promise<number> {
  const db = connect(databaseOf(env))
  const due = await findDelayed(db, sql`d.due_at <= ${now.getTime()}`, now, atOnce)
  const looks = due.map((delayed) => ({ delayed, why: whyOpen(delayed, delayed, now) }))
  const closed = looks.flatMap(({ delayed, why }) => (why ? [] : [delayed]))
  if (closed.length > 0) await lookAgainLater(db, closed, now)
  await tryEach(looks, async ({ delayed, why }) => {
    if (why) await open(systemCall(env, `open:${delayed.submissionId}`, now), delayed, why)
  })
  return due.length
}

/** Reaction to review.settled: opens the results of its reviewer if this was the last one owed. */
export async function openOwnResults(call: Call, { subjectId }: Note): Promise<void> {
  const isTheirs = sql`d.submission_id IN (SELECT o.id FROM reviews w
    JOIN claims c ON c.id = w.claim_id AND c.role = 'peer'
    JOIN submissions o ON o.student_id = w.reviewer_id AND o.challenge_id = c.challenge_id
    WHERE w.id = ${subjectId})`
  const delayed = await findDelayed(call.db, isTheirs, call.now, atOnce)
  await tryEach(
    delayed.filter(({ settled, owed }) => settled >= owed),
    (each) => open(part(call, each.submissionId), each, 'done'),
  )
}

type Why = NonNullable<ReturnType<typeof whyOpen>>

/** Somebody who has left the programme is not told: a mail about the end has come already. */
async function open(call: Call, { submissionId, organizationId }: Watched, openedBy: Why) {
  const isClosed = and(
    eq(delayedResults.submissionId, submissionId),
    isNull(delayedResults.openedAt),
  )
  const opening = commit(
    call,
    [
      call.db.update(delayedResults).set({ openedAt: call.now, openedBy }).where(isClosed),
      guard(call, 'result_opened'),
      ...(openedBy === 'left' ? [] : [note(call, 'result.opened', submissionId)]),
      auditEntry(call, 'submission.opened', submissionId, { why: openedBy }, organizationId),
    ],
    { answer: null, conflicts: { result_opened: movedMeanwhile } },
  )
  await unlessMoved(opening)
}

/** No audit entry and no idempotency key: nothing opens, and running it twice does no harm. */
async function lookAgainLater(db: Db, closed: readonly Watched[], now: Date): Promise<void> {
  const looks = closed.map((delayed) => {
    const idleSince = delayed.workWaits ? null : (delayed.idleSince ?? now).getTime()
    const ends = [delayed.opensAt.getTime(), ...(idleSince ? [idleSince + longestIdleMs] : [])]
    const dueAt = Math.min(now.getTime() + betweenLooksMs, ...ends)
    return { id: delayed.submissionId, idleSince, dueAt }
  })
  await db.run(sql`
    UPDATE delayed_results SET idle_since = look.value ->> 'idleSince', due_at = look.value ->> 'dueAt'
    FROM json_each(${JSON.stringify(looks)}) look
    WHERE submission_id = look.value ->> 'id' AND opened_at IS NULL`)
}
