import { problem } from './call/problem.ts'

export const tooManyRequests = problem(429, 'too-many-requests', 'There were too many tries.')
export const tryAgain = problem(503, 'try-again', 'We could not do that just now.')
export const idempotencyKeyReused = problem(
  422,
  'idempotency-key-reused',
  'This Idempotency-Key belongs to another request.',
)
export const freshProofNeeded = problem(403, 'fresh-proof-needed', 'Confirm that it is you.')
/**
 * Thrown for text about somebody whose account was erased meanwhile: no key is left to seal it
 * with.
 */
export const accountErased = problem(409, 'account-erased', 'This person erased their account.')
