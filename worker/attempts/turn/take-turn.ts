import { and, eq, gt } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { log } from '../../foundation/call/log.ts'
import { Problem } from '../../foundation/call/problem.ts'
import { StoryStopped } from '../../scenarios/play/bounded-story.ts'
import { Playthrough, type Turn } from '../../scenarios/play/story.ts'
import { overBefore } from '../attempt/attempt.ts'
import { findOwnAttempt, type OwnAttempt } from '../attempt/find-own-attempt.ts'
import { attemptNotOpen, storyStopped, turnTaken } from '../problems.ts'
import { attempts, turns } from '../tables.ts'
import type { TakeTurnInput } from './take-turn-input.ts'
import { type TurnReply, turnReply } from './reply.ts'
import { whyNotTake } from './why-not-take.ts'

export interface TurnTaken {
  reply: TurnReply
  /** False if the same turn was taken before. */
  isNew: boolean
}

/**
 * Takes the next turn of a story, once. The same turn sent again gets the same reply. A different
 * turn with the same number is 409 `turn-taken`, with the story's current state.
 */
export async function takeTurn(
  call: Call,
  own: OwnAttempt,
  input: TakeTurnInput,
): Promise<TurnTaken> {
  if (input.number !== own.turns.length + 1) return takenBefore(own, input)

  const play = new Playthrough(own.ink, own.turns)
  const turn: Turn = { kind: input.kind, id: input.id }
  const refusal = whyNotTake(own, play, turn, call.now)
  if (refusal) throw refusal
  take(play, turn, own)

  const reply = turnReply(own, play, input.number)
  const { attempt } = own
  const row = { choiceId: turn.id, passageId: reply.screen.passageId, inkState: play.inkState }
  const stillOpen = and(
    eq(attempts.id, attempt.id),
    eq(attempts.state, 'open'),
    gt(attempts.closesAt, overBefore(call.now)),
  )
  try {
    await commit(
      call,
      [
        call.db.insert(turns).values({
          attemptId: attempt.id,
          number: input.number,
          kind: turn.kind,
          ...row,
          at: call.now,
        }),
        call.db.update(attempts).set({ inkState: row.inkState }).where(stillOpen),
        guard(call, 'attempt_not_open'),
        auditEntry(call, 'attempt.turn-taken', attempt.id, { number: input.number }),
      ],
      {
        answer: reply,
        conflicts: {
          'turns.attempt_id, turns.number': turnTaken,
          attempt_not_open: attemptNotOpen,
        },
      },
    )
  } catch (error) {
    if (!(error instanceof Problem) || error.kind.type !== 'turn-taken') throw error
    return takenBefore((await findOwnAttempt(call, attempt.id)) ?? own, input)
  }
  return { reply, isNew: true }
}

function takenBefore(own: OwnAttempt, { number, kind, id }: TakeTurnInput): TurnTaken {
  const taken = own.turns[number - 1]
  if (taken?.kind === kind && taken.id === id) {
    const play = new Playthrough(own.ink, own.turns.slice(0, number))
    return { reply: turnReply(own, play, number), isNew: false }
  }
  const play = new Playthrough(own.ink, own.turns)
  throw turnTaken(undefined, { ...turnReply(own, play, own.turns.length) })
}

/**
 * Takes the turn in the story. Publishing has checked all paths, so a story that runs too long here
 * is one that the check missed: it is logged and refused.
 */
function take(play: Playthrough, turn: Turn, { attempt }: OwnAttempt): void {
  try {
    play.take(turn)
  } catch (error) {
    if (!(error instanceof StoryStopped)) throw error
    log('error', 'story.stopped', { version: attempt.versionHash, reason: error.message })
    throw storyStopped()
  }
}
