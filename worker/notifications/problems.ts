import { problem } from '../foundation/call/problem.ts'

export const noticeNotSigned = problem(
  401,
  'notice-not-signed',
  'This notice is not signed by the mail provider, or it is too old.',
)
