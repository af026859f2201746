import { problem } from '../foundation/call/problem.ts'

export const challengeHashMismatch = problem(
  422,
  'challenge-hash-mismatch',
  'The challenge did not arrive as it was sent.',
)
export const challengeNotOurs = problem(
  409,
  'challenge-not-ours',
  'Another skill or organization has a challenge with this id.',
)
export const challengeAlreadyRetired = problem(
  409,
  'challenge-already-retired',
  'This challenge was already retired.',
)
