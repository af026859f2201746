import type { Bindings } from '../../env.ts'
import { failureOf, isAway } from '../commit/failure.ts'
import { newId } from '../call/id.ts'
import type { LeasedNote } from './lease-notes.ts'
import { log } from '../call/log.ts'
import { noteKinds } from './note-kinds.ts'
import { Problem } from '../call/problem.ts'

const hourMs = 3_600_000
const patienceMs = 72 * hourMs
const dayMs = 24 * hourMs

/** Of a note that nobody can read: trying again changes nothing until somebody looks at it. */
export class UnreadableNote extends Error {
  override name = 'UnreadableNote'

  constructor(readonly reason: 'unknown-kind' | 'unreadable-payload') {
    super(reason)
  }
}

/** Answered, or, with `problem`, dropped. Marks the row only if this drain still holds it. */
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
 * It comes again, ten seconds later and twice as long each time, an hour at most; once it was due for
 * 72 hours it is dead. A dead note stays, and the operator's admins are told, once a day at most.
 */
export async function markFailed(
  { DB }: Bindings,
  token: string,
  leased: LeasedNote,
  now: number,
  error: unknown,
): Promise<void> {
  const { id, kind, consumer, attempts } = leased
  const endsAt = leased.first_due_at + patienceMs
  const isDead = error instanceof UnreadableNote || now >= endsAt
  const dueAt = Math.min(now + Math.min(10_000 * 2 ** attempts, hourMs), Math.max(endsAt, now))
  const problem = problemOf(error)
  const event = isDead ? 'note.dead' : 'note.failed'
  log(isDead ? 'error' : 'warn', event, { id, kind, consumer, problem })
  const failed = DB.prepare(
    `UPDATE outbox SET attempts = attempts + 1, lease_until = NULL, due_at = ?1, dead_at = ?2,
       problem = ?3 WHERE id = ?4 AND lease_token = ?5`,
  ).bind(dueAt, isDead ? now : null, problem, id, token)
  // The alarm's own death raises no alarm, or a mail provider that is away would keep it ringing.
  const alarms = isDead && kind !== 'note.dead' ? [alarm(DB, id, now)] : []
  await DB.batch([failed, ...alarms])
}

/** A Problem's type is ours; any other error's message may hold bound values, so its name must do. */
function problemOf(error: unknown): string {
  if (error instanceof UnreadableNote) return error.reason
  if (error instanceof Problem) return error.kind.type
  if (isAway(failureOf(error))) return 'database-away'
  return error instanceof Error ? error.name : 'unknown'
}

/** Only if the note did die: a run that lost its lease marks nothing, and another may have answered it. */
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
