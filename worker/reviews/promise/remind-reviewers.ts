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
import { givenBy, owedBy } from '../standing/find-standing.ts'
import { mayReview } from '../queue/may-review.ts'
import { reminders, submissionQueue } from '../tables.ts'

const atOnce = 50
const hour = 3_600_000

type Step = 'tell' | 'wait' | 'end'
type Due = Awaited<ReturnType<typeof findDue>>[number]

/**
 * Runs on each tick. A day after a hand-in, its author is told once that work waits, if they owe
 * reviews. If there is nothing they can review, this reminder is put off by twelve hours. The
 * mentors of a programme are told, at most once a day, that a review has waited for a day.
 */
export async function remindReviewers(env: Bindings, now: Date): Promise<number> {
  const due = await findDue(connect(databaseOf(env)), now)
  const told = new Set<string>()
  await tryEach(due, async (reminder) => {
    const { kind, submissionId, organizationId, dueAt } = reminder
    const call = systemCall(env, `remind:${kind}:${submissionId}:${dueAt.getTime()}`, now)
    const step = told.has(organizationId) && kind === 'mentor-place' ? 'end' : stepFor(reminder)
    await remind(call, reminder, step)
    if (step === 'tell' && kind === 'mentor-place') told.add(organizationId)
  })
  return due.length
}

function findDue(db: Db, now: Date) {
  const day = now.getTime() - 24 * hour
  const author = {
    id: sql`${submissionQueue.authorId}`,
    pool: sql`${submissionQueue.pool}`,
    role: 'peer',
    membershipId: sql`(SELECT id FROM memberships WHERE account_id = ${submissionQueue.authorId}
      AND organization_id = ${submissionQueue.pool} AND role = 'student' AND ended_at IS NULL)`,
  } as const
  return db
    .select({
      submissionId: reminders.submissionId,
      kind: reminders.kind,
      organizationId: reminders.organizationId,
      dueAt: reminders.dueAt,
      owes: sql<number>`${owedBy(sql`${submissionQueue.authorId}`)} > ${givenBy(sql`${submissionQueue.authorId}`)}`,
      /** Whether the author could be given a review in the same challenge now. */
      workWaits: sql<number>`EXISTS (SELECT 1 FROM submission_queue q
        WHERE q.challenge_id = ${submissionQueue.challengeId} AND ${mayReview(author, now)})`,
      reviewWaits: sql<number>`EXISTS (SELECT 1 FROM submission_queue q
        WHERE q.submission_id = ${reminders.submissionId} AND q.kind = 'mentor' AND q.assigned < q.wanted)`,
      mentorsTold: sql<number>`EXISTS (SELECT 1 FROM reminders r
        WHERE r.organization_id = ${reminders.organizationId} AND r.sent = 1
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
    await move.set({ dueAt: new Date(call.now.getTime() + 12 * hour) }).where(asRead)
    return
  }
  await commit(
    call,
    [
      move.set({ endedAt: call.now, sent: step === 'tell' }).where(asRead),
      ...(step === 'tell' ? [note(call, noteKinds[kind], submissionId)] : []),
      auditEntry(call, 'reminder.due', submissionId, { kind, step }, organizationId),
    ],
    { answer: null },
  )
}

const noteKinds = { owed: 'review.owed', 'mentor-place': 'mentor-review.waiting' } as const

function stepFor({ kind, owes, workWaits, reviewWaits, mentorsTold }: Due): Step {
  if (kind === 'mentor-place') return reviewWaits && !mentorsTold ? 'tell' : 'end'
  if (!owes) return 'end'
  return workWaits ? 'tell' : 'wait'
}
