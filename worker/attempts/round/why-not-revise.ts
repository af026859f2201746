import type { Problem } from '../../foundation/call/problem.ts'
import { type Attempt, isOver } from '../attempt/attempt.ts'
import { attemptOpen, noFurtherRound, revisionOver } from '../problems.ts'

/**
 * Why the next round of this attempt cannot be opened now, or undefined. `until`: see `reviseUntil`
 * of its last round.
 */
export function whyNotRevise(
  { id, state }: Pick<Attempt, 'id' | 'state'>,
  until: Date | undefined,
  now: Date,
): Problem | undefined {
  if (state === 'open') return attemptOpen('Continue it.', { attemptId: id })
  if (state !== 'closed' || !until) return noFurtherRound()
  return isOver({ closesAt: until }, now) ? revisionOver() : undefined
}
