import { and, asc, eq, lte, ne } from 'drizzle-orm'

import { movePromise } from '../attempts/round-statements.ts'
import { auditEntry } from '../audit/entry.ts'
import type { Bindings } from '../env.ts'
import type { Call } from '../foundation/call.ts'
import { commit, guard } from '../foundation/commit.ts'
import { connect, type Statement } from '../foundation/db.ts'
import { note } from '../foundation/note.ts'
import { systemCall } from '../foundation/system-call.ts'
import { findProspects } from './find-prospects.ts'
import { openPlaceIfNone } from './places-statements.ts'
import { movedMeanwhile } from './problems.ts'
import { promiseAgain } from './promise.ts'
import { isExhausted, isForMentors, type Prospects, waitsFor } from './prospects.ts'
import { promises } from './tables.ts'
import { unlessMoved } from './unless-moved.ts'

const atOnce = 50
const hour = 3_600_000
/** A week, less the hour in which it is not looked at. */
const tellAgainAfter = 7 * 24 * hour - hour

type Promised = typeof promises.$inferSelect

/**
 * Asked by the clock: once an hour each submission that waits is looked at for who could decide. Without
 * anybody no date stands, and author and admins are told why, again each week; once somebody can, there
 * is a new date. A round that all have judged who could ends with what there is.
 */
export async function watchPromises(env: Bindings, now: Date): Promise<number> {
  const db = connect(env.DB)
  const due = await db
    .select()
    .from(promises)
    .where(and(ne(promises.step, 'over'), lte(promises.watchAt, now)))
    .orderBy(asc(promises.watchAt))
    .limit(atOnce)
  const ids = due.map(({ submissionId }) => submissionId)
  const found = ids.length > 0 ? await findProspects(db, ids, now) : new Map<string, Prospects>()
  for (const promise of due) {
    const { submissionId, watchAt } = promise
    const prospects = found.get(submissionId)
    const call = systemCall(env, `watch:${submissionId}:${watchAt.getTime()}`, now)
    if (prospects) await unlessMoved(look(call, promise, prospects))
  }
  return due.length
}

async function look(call: Call, promise: Promised, prospects: Prospects): Promise<void> {
  const { submissionId, organizationId, step, watchAt } = promise
  const isNear = step === 'missed'
  const lacking = waitsFor(prospects, isNear)
  const changes = changesFor(call, promise, lacking)
  const isPastMentors = step === 'admin' || step === 'missed'
  await commit(
    call,
    [
      call.db
        .update(promises)
        .set({ watchAt: new Date(call.now.getTime() + hour), waitsFor: lacking, ...changes.set })
        .where(
          and(
            eq(promises.submissionId, submissionId),
            eq(promises.watchAt, watchAt),
            eq(promises.step, step),
          ),
        ),
      guard(call, 'promise_moved'),
      ...changes.more,
      ...(isPastMentors && isForMentors(prospects) ? openPlaceIfNone(call, submissionId) : []),
      ...(isNear && isExhausted(prospects) ? [note(call, 'round.exhausted', submissionId)] : []),
      auditEntry(call, 'promise.watched', submissionId, { lacking: lacking ?? '' }, organizationId),
    ],
    { answer: null, conflicts: { promise_moved: movedMeanwhile } },
  )
}

interface Changes {
  set: Partial<typeof promises.$inferInsert>
  more: Statement[]
}

function changesFor(call: Call, promise: Promised, lacking: Promised['waitsFor']): Changes {
  const { submissionId, waitsFor: before, toldAt, promisedAt } = promise
  if (lacking) {
    const toldBefore = call.now.getTime() - (toldAt?.getTime() ?? 0) < tellAgainAfter
    if (lacking === before && toldBefore) return { set: {}, more: [] }
    return { set: { toldAt: call.now }, more: [note(call, 'promise.waits', submissionId)] }
  }
  if (!before) return { set: {}, more: [] }
  const again = promiseAgain(promisedAt, call.now)
  // Steps that passed while nobody could decide are taken again: mentors are asked now.
  const isPast = promise.step === 'admin' || promise.step === 'missed'
  return {
    set: {
      promisedAt: again,
      toldAt: null,
      ...(isPast ? { step: 'mentors' as const, dueAt: call.now } : {}),
    },
    more: [movePromise(call, submissionId, again), note(call, 'promise.made-again', submissionId)],
  }
}
