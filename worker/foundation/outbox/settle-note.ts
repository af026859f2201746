import type { Bindings } from '../../env.ts'
import { failureOf, isAway } from '../commit/failure.ts'
import { newId } from '../call/id.ts'
import type { LeasedNote } from './lease-notes.ts'
import { log } from '../call/log.ts'
import { NotYet } from './not-yet.ts'
import { noteKinds } from './note-kinds.ts'
import { PlanUsedUp } from '../plan/meter.ts'
import { Problem } from '../call/problem.ts'

const hourMs = 3_600_000
const patienceMs = 72 * hourMs
const dayMs = 24 * hourMs
const minuteMs = 60_000

/**
 * Thrown for a note that this version cannot read. A retry would also fail, so the note is given up
 * at once.
 */
export class UnreadableNote extends Error {
  override name = 'UnreadableNote'

  constructor(readonly reason: 'unknown-kind' | 'unreadable-payload') {
    super(reason)
  }
}

/**
 * Marks a note as handled or, with `problem`, as dropped. Does nothing if the drain lost the lease.
 */
export async function markDone(
  { DB }: Bindings,
  token: string,
  { id }: LeasedNote,
  now: number,
  problem: 'too-late' | null = null,
): Promise<void> {
  await DB.prepare(
    `UPDATE outbox SET done_at = ?1, payload = '{}', lease_until = NULL, problem = ?4
     WHERE id = ?2 AND lease_token = ?3`,
  )
    .bind(now, id, token, problem)
    .run()
}

/**
 * Schedules a retry after 10 seconds, then twice as long each time, at most an hour. The note is
 * dead at once if it cannot be read, and otherwise if it fails 72 hours or more after it was first
 * due. If the plan had no room for all of its work, it continues after a minute. Dead notes stay,
 * and the operator's admins are told at most once a day.
 */
export async function markFailed(
  { DB }: Bindings,
  token: string,
  leased: LeasedNote,
  now: number,
  error: unknown,
): Promise<void> {
  if (error instanceof NotYet) return markWaiting({ DB }, token, leased, now, error)
  const { id, kind, consumer, attempts } = leased
  const endsAt = leased.first_due_at + patienceMs
  const isDead = error instanceof UnreadableNote || now >= endsAt
  const waitMs = error instanceof PlanUsedUp ? minuteMs : Math.min(10_000 * 2 ** attempts, hourMs)
  const dueAt = Math.min(now + waitMs, Math.max(endsAt, now))
  const problem = problemOf(error)
  const event = isDead ? 'note.dead' : 'note.failed'
  log(isDead ? 'error' : 'warn', event, { id, kind, consumer, problem })
  const failed = DB.prepare(
    `UPDATE outbox SET attempts = attempts + 1, lease_until = NULL, due_at = ?1, dead_at = ?2,
       problem = ?3 WHERE id = ?4 AND lease_token = ?5`,
  ).bind(dueAt, isDead ? now : null, problem, id, token)
  // A dead `note.dead` raises no new alarm: with the mail provider down, that would never end.
  const alarms = isDead && kind !== 'note.dead' ? [alarm(DB, id, now)] : []
  await DB.batch([failed, ...alarms])
}

/** The 72 hours begin later by as long as the note waits, so that it does not die of waiting. */
async function markWaiting(
  { DB }: Pick<Bindings, 'DB'>,
  token: string,
  { id }: LeasedNote,
  now: number,
  { name, until }: NotYet,
): Promise<void> {
  const dueAt = Math.max(until, now)
  await DB.prepare(
    `UPDATE outbox SET lease_until = NULL, due_at = ?1, first_due_at = first_due_at + ?2, problem = ?3
     WHERE id = ?4 AND lease_token = ?5`,
  )
    .bind(dueAt, dueAt - now, name, id, token)
    .run()
}

/**
 * The reason that is stored with a failed note. For an unknown error it is only the name, because
 * the message may contain bound values.
 */
function problemOf(error: unknown): string {
  if (error instanceof UnreadableNote) return error.reason
  if (error instanceof Problem) return error.kind.type
  if (isAway(failureOf(error))) return 'database-away'
  return error instanceof Error ? error.name : 'unknown'
}

/**
 * The note that tells the operator's admins. Nothing is inserted if there was one in the last 24
 * hours, or if the failed note is not dead: a run that lost its lease marks nothing, and another
 * run may have handled the note.
 */
function alarm(db: Bindings['DB'], deadId: string, now: number) {
  const { lane, consumers, until } = noteKinds['note.dead']
  return db
    .prepare(
      `INSERT INTO outbox (id, kind, consumer, lane, subject_id, payload, due_at, first_due_at, until_at)
       SELECT ?1, 'note.dead', ?2, ?3, ?4, '{}', ?5, ?5, ?6
       WHERE EXISTS (SELECT 1 FROM outbox WHERE id = ?4 AND dead_at IS NOT NULL)
         AND NOT EXISTS (SELECT 1 FROM outbox WHERE kind = 'note.dead' AND first_due_at > ?7)`,
    )
    .bind(newId(), consumers[0], lane, deadId, now, now + until * 1000, now - dayMs)
}
