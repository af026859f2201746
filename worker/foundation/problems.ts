import { problem } from './call/problem.ts'

export const tooManyRequests = problem(429, 'too-many-requests', 'There were too many tries.')
export const tryAgain = problem(503, 'try-again', 'We could not do that just now.')
export const idempotencyKeyReused = problem(
  422,
  'idempotency-key-reused',
  'This Idempotency-Key belongs to another request.',
)
export const freshProofNeeded = problem(403, 'fresh-proof-needed', 'Confirm that it is you.')
/** Text about somebody whose account was erased meanwhile: it has no key to be sealed with. */
export const accountErased = problem(409, 'account-erased', 'This person erased their account.')
