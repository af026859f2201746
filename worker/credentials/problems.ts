import { problem } from '../foundation/call/problem.ts'

export const credentialAlreadyEnded = problem(
  409,
  'credential-already-ended',
  'This badge has ended before.',
)
export const listedAndVisible = problem(
  409,
  'listed-and-visible',
  'Search engines and employers would both find this badge.',
)
export const minorsNotVisible = problem(
  403,
  'minors-not-visible',
  'Nobody under 18 is shown in public.',
)
