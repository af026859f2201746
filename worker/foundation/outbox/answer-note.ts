import * as v from 'valibot'

import type { Bindings } from '../../env.ts'
import type { Call } from '../call/call.ts'
import { clock } from '../call/clock.ts'
import { log } from '../call/log.ts'
import { systemCall } from '../call/system-call.ts'
import { type Meter, PlanUsedUp } from '../plan/meter.ts'
import { metered } from '../plan/metered.ts'
import type { LeasedNote } from './lease-notes.ts'
import type { Note, Reactions } from './note.ts'
import { NotYet } from './not-yet.ts'
import { kindOf } from './note-kinds.ts'
import { UnreadableNote, markDone, markFailed } from './settle-note.ts'

/** The queries that `markDone` or `markFailed` needs at most. */
export const restAfterNote = 2

interface Run {
  env: Bindings
  reactions: Reactions
  meter: Meter
  /** Queries, and as many subrequests, that stay unused for what follows. */
  rest: number
}

/**
 * Runs the consumer of a leased note and marks the note. The consumer gets what the run has left,
 * without what the mark needs. If that is too little, because it has to write to many people, the
 * note is retried and continues behind those it has written to. Returns when the mail of the note has
 * its turn at the carrier, if it waits for one, or `Infinity`.
 */
export async function answerNote(run: Run, token: string, leased: LeasedNote): Promise<number> {
  const { env, meter, rest } = run
  const own = metered(env, meter)
  const now = () => clock(env).getTime()
  const kept = restAfterNote + rest
  const part = meter.part({ rest: { queries: kept, subrequests: kept } })
  try {
    const isLate = leased.until_at !== null && leased.until_at < now()
    if (isLate) log('warn', 'note.dropped', { id: leased.id, kind: leased.kind })
    else await answer(metered(env, part), run.reactions, leased)
    // A consumer that catches errors may have caught this one.
    if (part.hasRefused) throw new PlanUsedUp()
    await markDone(own, token, leased, now(), isLate ? 'too-late' : null)
  } catch (error) {
    const reason = part.hasRefused ? new PlanUsedUp() : error
    await markFailed(own, token, leased, now(), reason).catch(() => {
      // D1 does not answer. The lease runs out and the note is retried.
      log('warn', 'note.unmarked', { id: leased.id, kind: leased.kind })
    })
    if (reason instanceof NotYet && reason.name === 'mail-turn') return reason.until
  }
  return Infinity
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
