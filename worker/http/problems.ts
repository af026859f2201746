import { problem } from '../foundation/call/problem.ts'

export const addressTooLong = problem(414, 'address-too-long', 'This address is too long.')
export const headersTooLarge = problem(431, 'headers-too-large', 'Too many cookies were sent.')
export const notFound = problem(404, 'not-found', 'There is nothing at this address.')
export const crossSite = problem(403, 'cross-site', 'This request came from another site.')
export const unsupportedMediaType = problem(
  415,
  'unsupported-media-type',
  'Send this as JSON, not compressed.',
)
export const tooLarge = problem(413, 'too-large', 'That is more than 64 KB.')
export const tooSlow = problem(408, 'too-slow', 'The request did not arrive in time.')
export const badRequest = problem(400, 'bad-request', 'The request could not be read.')
export const invalidInput = problem(422, 'invalid-input', 'Some of what you sent was not accepted.')
export const idempotencyKeyMissing = problem(
  400,
  'idempotency-key-missing',
  'An Idempotency-Key is missing.',
)
export const unexpected = problem(500, 'unexpected', 'Something went wrong on our side.')
export const notReady = problem(503, 'not-ready', 'This instance is not set up for production.')
