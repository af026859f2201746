import type { Problem } from '../../foundation/call/problem.ts'
import type { Playthrough, Turn } from '../../scenarios/play/story.ts'
import { isOver } from '../attempt/attempt.ts'
import type { OwnAttempt } from '../attempt/find-own-attempt.ts'
import { attemptNotOpen, promptNotAnswered, turnNotOffered } from '../problems.ts'

/** Why this turn cannot be taken now, or undefined. */
export function whyNotTake(
  { attempt, drafts }: Pick<OwnAttempt, 'attempt' | 'drafts'>,
  play: Playthrough,
  turn: Turn,
  now: Date,
): Problem | undefined {
  if (attempt.state !== 'open' || isOver(attempt, now)) return attemptNotOpen()
  // A later round changes the answers only.
  if (attempt.round > 1 || !play.offers(turn)) return turnNotOffered()
  if (turn.kind !== 'answer') return undefined
  const draft = drafts.find(({ promptId }) => promptId === turn.id)
  return draft && draft.text.trim() !== '' ? undefined : promptNotAnswered()
}
