import { problem } from './call/problem.ts'

export const tooManyRequests = problem(429, 'too-many-requests', 'That is too often for now.')
export const tryAgain = problem(503, 'try-again', 'We could not do that just now.')
export const idempotencyKeyReused = problem(
  422,
  'idempotency-key-reused',
  'This Idempotency-Key belongs to another request.',
)
export const freshProofNeeded = problem(
  403,
  'fresh-proof-needed',
  'Please show once more that it is you.',
)
