import { and, eq, isNull, lte, sql } from 'drizzle-orm'

import { databaseOf } from '../../database-of.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Bindings } from '../../env.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { connect, type Db } from '../../foundation/call/db.ts'
import { note } from '../../foundation/outbox/note.ts'
import { systemCall } from '../../foundation/call/system-call.ts'
import { tryEach } from '../../foundation/call/try-each.ts'
import { programmesIn } from '../../organizations/organization/pool.ts'
import { workWaits } from '../queue/work-waits.ts'
import { givenIn, owedIn } from '../standing/in-challenge.ts'
import { reminders, submissionQueue } from '../tables.ts'

const atOnce = 50
const hour = 3_600_000

type Step = 'tell' | 'wait' | 'end'
type Due = Awaited<ReturnType<typeof findDue>>[number]

/** How often an author is reminded of the reviews owed for one hand-in. */
const mostReminders = 3
const hoursBetweenReminders = 48
const hoursWithoutWork = 12

/**
 * Runs on each tick. An author who owes reviews in a challenge is told so a day after the hand-in,
 * and twice more, every two days. While there is nothing they can review, they are told nothing,
 * and it is looked at again every twelve hours. The mentors of a pool are told, at most once a
 * day, that a review has waited for a day.
 */
export async function remindReviewers(env: Bindings, now: Date): Promise<number> {
  const due = await findDue(connect(databaseOf(env)), now)
  const told = new Set<string>()
  await tryEach(due, async (reminder) => {
    const { kind, submissionId, pool, dueAt } = reminder
    const call = systemCall(env, `remind:${kind}:${submissionId}:${dueAt.getTime()}`, now)
    const step = told.has(pool) && kind === 'mentor-place' ? 'end' : stepFor(reminder)
    await remind(call, reminder, step)
    if (step === 'tell' && kind === 'mentor-place') told.add(pool)
  })
  return due.length
}

function findDue(db: Db, now: Date) {
  const day = now.getTime() - 24 * hour
  const student = sql`${submissionQueue.authorId}`
  const challengeId = sql`${submissionQueue.challengeId}`
  const organizationId = sql`${submissionQueue.organizationId}`
  return db
    .select({
      submissionId: reminders.submissionId,
      kind: reminders.kind,
      organizationId: reminders.organizationId,
      pool: submissionQueue.pool,
      dueAt: reminders.dueAt,
      timesSent: reminders.timesSent,
      idleSince: reminders.idleSince,
      owes: sql<number>`${owedIn({ student, challengeId })} > ${givenIn({ student, challengeId })}`,
      workWaits: workWaits({ id: student, organizationId, challengeId }, now),
      reviewWaits: sql<number>`EXISTS (SELECT 1 FROM submission_queue q
        WHERE q.submission_id = ${reminders.submissionId} AND q.kind = 'mentor' AND q.assigned < q.wanted)`,
      mentorsTold: sql<number>`EXISTS (SELECT 1 FROM reminders r
        WHERE r.organization_id IN ${programmesIn(sql`${submissionQueue.pool}`)} AND r.sent = 1
          AND r.kind = 'mentor-place' AND r.ended_at > ${day})`,
    })
    .from(reminders)
    .innerJoin(
      submissionQueue,
      and(
        eq(submissionQueue.submissionId, reminders.submissionId),
        eq(submissionQueue.kind, 'peer'),
      ),
    )
    .where(and(isNull(reminders.endedAt), lte(reminders.dueAt, now)))
    .orderBy(reminders.dueAt)
    .limit(atOnce)
}

async function remind(call: Call, reminder: Due, step: Step): Promise<void> {
  const { submissionId, kind, organizationId, dueAt } = reminder
  const asRead = and(
    eq(reminders.submissionId, submissionId),
    eq(reminders.kind, kind),
    eq(reminders.dueAt, dueAt),
    isNull(reminders.endedAt),
  )
  const move = call.db.update(reminders)
  // Nothing is sent, so this needs no audit entry and no idempotency key.
  if (step === 'wait') {
    const idleSince = reminder.idleSince ?? call.now
    await move.set({ dueAt: hoursAfter(call.now, hoursWithoutWork), idleSince }).where(asRead)
    return
  }
  await commit(
    call,
    [
      move.set(afterStep(reminder, step, call.now)).where(asRead),
      ...(step === 'tell' ? [toldBy(call, reminder)] : []),
      auditEntry(call, 'reminder.due', submissionId, { kind, step }, organizationId),
    ],
    { answer: null },
  )
}

/** Only reminders of owed reviews are sent more than once. */
function afterStep({ kind, timesSent }: Due, step: Step, now: Date) {
  const ended = { endedAt: now, sent: step === 'tell' || timesSent > 0 }
  if (kind === 'mentor-place' || step === 'end') return ended
  const times = { timesSent: timesSent + 1, idleSince: null }
  if (timesSent + 1 === mostReminders) return { ...ended, ...times }
  return { ...times, dueAt: hoursAfter(now, hoursBetweenReminders) }
}

function toldBy(call: Call, { kind, submissionId, timesSent }: Due) {
  return kind === 'owed'
    ? note(call, 'review.owed', submissionId, { payload: { times: timesSent + 1 } })
    : note(call, 'mentor-review.waiting', submissionId)
}

const hoursAfter = (now: Date, hours: number) => new Date(now.getTime() + hours * hour)

function stepFor({ kind, owes, workWaits, reviewWaits, mentorsTold }: Due): Step {
  if (kind === 'mentor-place') return reviewWaits && !mentorsTold ? 'tell' : 'end'
  if (!owes) return 'end'
  return workWaits ? 'tell' : 'wait'
}
