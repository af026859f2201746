import { problem } from '../foundation/call/problem.ts'

/** Met inside the house only: two reviews settled at once, and the second is scored a little later. */
export const scoredMeanwhile = problem(
  409,
  'scored-meanwhile',
  'This round was scored at the same moment.',
)
