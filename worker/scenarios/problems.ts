import { problem } from '../foundation/call/problem.ts'

export const challengeHashMismatch = problem(
  422,
  'challenge-hash-mismatch',
  'The parts of this challenge do not add up to what was announced.',
)
export const challengeNotOurs = problem(
  409,
  'challenge-not-ours',
  'A challenge of this name exists in another skill or organization.',
)
export const challengeAlreadyRetired = problem(
  409,
  'challenge-already-retired',
  'This challenge was retired before.',
)
