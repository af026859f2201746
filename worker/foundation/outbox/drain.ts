import * as v from 'valibot'

import type { Bindings } from '../../env.ts'
import type { Call } from '../call/call.ts'
import { clock } from '../call/clock.ts'
import { newId } from '../call/id.ts'
import { type LeasedNote, leaseMs, leaseNotes } from './lease-notes.ts'
import { log } from '../call/log.ts'
import type { Note, Reactions } from './note.ts'
import { kindOf } from './note-kinds.ts'
import { UnreadableNote, markDone, markFailed } from './settle-note.ts'
import { systemCall } from '../call/system-call.ts'

const runMs = 25_000
// A consumer that waits for the mail provider can take more than five seconds.
const oneAnswerMs = 10_000

/**
 * Handles due notes until none is left, `rounds` leases were taken or 25 seconds have passed.
 * Returns how many it handled. A note that fails is retried later (`markFailed`) and does not delay
 * the others.
 */
export async function drain(
  env: Bindings,
  reactions: Reactions,
  { size = 20, rounds = 40 } = {},
): Promise<number> {
  const startedAt = clock(env).getTime()
  let answered = 0
  for (let round = 0; round < rounds; round++) {
    const leasedAt = clock(env).getTime()
    const token = newId()
    const notes = await leaseNotes(env, token, size, leasedAt)
    for (const leased of notes) {
      const now = clock(env).getTime()
      if (now - startedAt > runMs) return answered
      // Stop before the lease ends: after that, another drain may handle the same notes.
      if (now - leasedAt > leaseMs - oneAnswerMs) break
      await settle(env, reactions, token, leased)
      answered++
    }
    if (notes.length === 0) break
  }
  return answered
}

async function settle(env: Bindings, reactions: Reactions, token: string, leased: LeasedNote) {
  const now = () => clock(env).getTime()
  try {
    const isLate = leased.until_at !== null && leased.until_at < now()
    if (isLate) log('warn', 'note.dropped', { id: leased.id, kind: leased.kind })
    else await answer(env, reactions, leased)
    await markDone(env, token, leased, now(), isLate ? 'too-late' : null)
  } catch (error) {
    await markFailed(env, token, leased, now(), error).catch(() => {
      // D1 does not answer. The lease runs out and the note is retried.
      log('warn', 'note.unmarked', { id: leased.id, kind: leased.kind })
    })
  }
}

function answer(env: Bindings, reactions: Reactions, leased: LeasedNote): Promise<void> {
  const { id, kind, consumer, subject_id: subjectId } = leased
  const consumers = kindOf(kind) && Reflect.get(reactions, kind)
  const react: unknown = consumers && Object.hasOwn(consumers, consumer) && consumers[consumer]
  if (typeof react !== 'function') throw new UnreadableNote('unknown-kind')
  const note = { id, kind, subjectId, payload: payloadOf(leased) } as Note
  return (react as (call: Call, note: Note) => Promise<void>)(
    systemCall(env, `outbox:${id}:${consumer}`),
    note,
  )
}

function payloadOf({ kind, payload }: LeasedNote): unknown {
  try {
    return v.parse(kindOf(kind)?.payload ?? v.never(), JSON.parse(payload || '{}'))
  } catch {
    throw new UnreadableNote('unreadable-payload')
  }
}
