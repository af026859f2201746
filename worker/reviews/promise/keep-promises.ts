import { and, eq, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm'

import { databaseOf } from '../../database-of.ts'
import { accounts } from '../../accounts/tables.ts'
import { isUndated } from '../../attempts/attempt/moved-dates.ts'
import { movePromise } from '../../attempts/submission/round-statements.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Bindings } from '../../env.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { connect, type Db, type Statement } from '../../foundation/call/db.ts'
import { note } from '../../foundation/outbox/note.ts'
import { zoneOrUtc } from '../../foundation/reader/reader.ts'
import { systemCall } from '../../foundation/call/system-call.ts'
import { tryEach } from '../../foundation/call/try-each.ts'
import { isPilotOf } from '../../scenarios/challenge/pilot.ts'
import { isSetAside } from '../standing/set-aside.ts'
import { type Given, haveMinimum, mentorsLacking } from '../queue/quota.ts'
import { requestReview } from '../queue/request-statements.ts'
import { movedMeanwhile } from '../problems.ts'
import { nextPromise, stepAfter, tellAgainAt } from './promise.ts'
import { promises, submissionQueue } from '../tables.ts'
import { unlessMoved } from '../claim/unless-moved.ts'

const atOnce = 50

type Promised = Omit<typeof promises.$inferSelect, 'waitsFor' | 'toldAt' | 'watchAt'>
type Due = Promised & Given & { zone: string | null; mentorsWanted: number; pilot: number }

/**
 * Runs on each tick: takes the due steps towards promised dates. After 3/7 of the time a submission
 * that lacks reviews moves to the front of the queue, after 4/7 mentors are asked for the missing
 * reviews, after 6/7 the admins are told. When a date is missed, the author is told, and there is a
 * new date until `mostMovedDates` dates are missed. No step changes how many reviews a decision
 * needs.
 */
export async function keepPromises(env: Bindings, now: Date): Promise<number> {
  const due = await findDue(connect(databaseOf(env)), now)
  await tryEach(due, async (promise) => {
    const { submissionId, step, dueAt } = promise
    const call = systemCall(env, `promise:${submissionId}:${step}:${dueAt.getTime()}`, now)
    await unlessMoved(take(call, promise))
  })
  return due.length
}

/**
 * SQL: while nobody can decide, the steps `admin` and `missed` do not run, because no date is valid
 * then. watch-promises.ts tells author and admins instead.
 */
const dateStands = or(isNull(promises.waitsFor), inArray(promises.step, ['late', 'mentors']))

function findDue(db: Db, now: Date): Promise<Due[]> {
  const settled = (role: string) => sql<number>`(SELECT count(*) FROM reviews
    WHERE submission_id = ${promises.submissionId} AND role = ${role}
      AND withdrawn_at IS NULL AND effective_at <= ${now.getTime()}
      AND NOT (role = 'peer' AND ${isSetAside(sql`reviews.reviewer_id`)}))`
  return db
    .select({
      submissionId: promises.submissionId,
      organizationId: promises.organizationId,
      handedInAt: promises.handedInAt,
      promisedAt: promises.promisedAt,
      step: promises.step,
      dueAt: promises.dueAt,
      missed: promises.missed,
      zone: accounts.zone,
      peers: settled('peer'),
      mentors: settled('mentor'),
      mentorsWanted: submissionQueue.wanted,
      pilot: isPilotOf(sql`${promises.submissionId}`),
    })
    .from(promises)
    .innerJoin(
      submissionQueue,
      and(
        eq(submissionQueue.submissionId, promises.submissionId),
        eq(submissionQueue.kind, 'mentor'),
      ),
    )
    .innerJoin(accounts, eq(accounts.id, submissionQueue.authorId))
    .where(and(ne(promises.step, 'over'), lte(promises.dueAt, now), dateStands))
    .orderBy(promises.dueAt)
    .limit(atOnce)
}

async function take(call: Call, promise: Due): Promise<void> {
  const { submissionId, organizationId, step } = promise
  await commit(
    call,
    [
      ...move(call, promise),
      ...changes(call, promise),
      auditEntry(call, 'promise.step', submissionId, { step }, organizationId),
    ],
    { answer: null, conflicts: { promise_moved: movedMeanwhile, wanted_moved: movedMeanwhile } },
  )
}

/**
 * Moves to the next step. The step `missed` follows itself: it is due again at the new date or,
 * after too many misses, when the author is to be told again that there is no date.
 */
function move(call: Call, promise: Due): Statement[] {
  const { submissionId, step, dueAt, handedInAt } = promise
  if (step === 'over') return []
  const isMissed = step === 'missed'
  const missed = isMissed ? promise.missed + 1 : promise.missed
  const moves = isMissed && !isUndated(missed)
  const promisedAt = moves ? promiseAfter(promise, call.now) : promise.promisedAt
  return [
    call.db
      .update(promises)
      .set({
        ...stepAfter(step, { handedInAt, promisedAt }),
        ...(isMissed && !moves && { dueAt: tellAgainAt(missed, call.now) }),
        promisedAt,
        missed,
      })
      .where(
        and(
          eq(promises.submissionId, submissionId),
          eq(promises.step, step),
          eq(promises.dueAt, dueAt),
        ),
      ),
    guard(call, 'promise_moved'),
    ...(moves ? [movePromise(call, submissionId, promisedAt)] : []),
  ]
}

function promiseAfter({ promisedAt, zone }: Due, now: Date): Date {
  return nextPromise(promisedAt, now, zoneOrUtc(zone).zone)
}

function changes(call: Call, promise: Due): Statement[] {
  const { submissionId, step, mentors, mentorsWanted } = promise
  if (step === 'late' && !haveMinimum(promise, promise.pilot === 1)) {
    const isIt = eq(submissionQueue.submissionId, submissionId)
    return [call.db.update(submissionQueue).set({ late: true }).where(isIt)]
  }
  if (step === 'mentors') {
    const more = mentorsLacking(promise, promise.pilot === 1) - (mentorsWanted - mentors)
    const request = { submissionId, kind: 'mentor', wanted: mentorsWanted } as const
    return more > 0 ? requestReview(call, request, more) : []
  }
  if (step === 'admin') return [note(call, 'promise.near', submissionId)]
  return step === 'missed' ? [note(call, 'promise.missed', submissionId)] : []
}
