import { problem } from '../foundation/call/problem.ts'

/** Not sent to clients: two reviews settled at once, and the second is retried. */
export const scoredMeanwhile = problem(
  409,
  'scored-meanwhile',
  'This round was scored at the same time.',
)

export const itemNotPossible = problem(
  409,
  'item-not-possible',
  "This answer can't be used to check reviewers.",
)
