import type { Bindings } from '../env.ts'
import { clock } from './clock.ts'
import { newId } from './id.ts'
import { log } from './log.ts'
import type { Note, Reaction } from './note.ts'
import { Problem } from './problem.ts'
import { systemCall } from './system-call.ts'

export type Reactions = Record<string, Record<string, Reaction>>

interface Leased {
  id: string
  kind: string
  subject_id: string
  payload: string
  attempts: number
}

const leaseSeconds = 30
const deadAfter = 8

/**
 * Answers what is due, oldest first, until nothing is or `rounds` leases were taken. A note whose
 * consumer fails comes again later (10 s doubled each time, an hour at most) and is dead after 8.
 */
export async function drain(
  env: Bindings,
  reactions: Reactions,
  { size = 20, rounds = 40 } = {},
): Promise<number> {
  let answered = 0
  for (let round = 0; round < rounds; round++) {
    const token = newId()
    const notes = await lease(env, token, size)
    for (const leased of notes) {
      await answer(env, reactions, token, leased)
      answered++
    }
    if (notes.length === 0) break
  }
  return answered
}

async function lease(env: Bindings, token: string, size: number): Promise<Leased[]> {
  const now = clock(env).getTime()
  const { results } = await env.DB.prepare(
    `UPDATE outbox SET lease_token = ?1, lease_until = ?2 WHERE id IN (
       SELECT id FROM outbox WHERE done_at IS NULL AND dead_at IS NULL AND due_at <= ?3
         AND (lease_until IS NULL OR lease_until <= ?3) ORDER BY due_at LIMIT ?4)
     RETURNING id, kind, subject_id, payload, attempts, due_at`,
  )
    .bind(token, now + leaseSeconds * 1000, now, size)
    .all<Leased & { due_at: number }>()
  return results.toSorted((one, other) => one.due_at - other.due_at)
}

async function answer(env: Bindings, reactions: Reactions, token: string, leased: Leased) {
  const { id, kind, subject_id: subjectId } = leased
  const note: Note = { id, kind, subjectId, payload: JSON.parse(leased.payload || '{}') }
  try {
    for (const [consumer, react] of Object.entries(reactions[kind] ?? {})) {
      await react(systemCall(env, `outbox:${id}:${consumer}`), note)
    }
    await env.DB.prepare(
      `UPDATE outbox SET done_at = ?1, payload = '{}', lease_until = NULL WHERE id = ?2 AND lease_token = ?3`,
    )
      .bind(clock(env).getTime(), id, token)
      .run()
  } catch (error) {
    await comeAgain(env, token, leased, error)
  }
}

async function comeAgain(
  env: Bindings,
  token: string,
  { id, kind, attempts }: Leased,
  error: unknown,
) {
  const now = clock(env).getTime()
  const waitMs = Math.min(10_000 * 2 ** attempts, 3_600_000)
  const dead = attempts + 1 >= deadAfter
  // A Problem's type is ours; any other error's message may hold bound values, so its name must do.
  const name = error instanceof Problem ? error.kind.type : error instanceof Error && error.name
  log(dead ? 'error' : 'warn', dead ? 'note.dead' : 'note.failed', {
    id,
    kind,
    problem: String(name),
  })
  await env.DB.prepare(
    `UPDATE outbox SET attempts = attempts + 1, lease_until = NULL, due_at = ?1, dead_at = ?2
     WHERE id = ?3 AND lease_token = ?4`,
  )
    .bind(now + waitMs, dead ? now : null, id, token)
    .run()
}
