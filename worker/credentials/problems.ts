import { problem } from '../foundation/call/problem.ts'

export const credentialAlreadyEnded = problem(
  409,
  'credential-already-ended',
  'This badge has already ended.',
)
export const listedAndVisible = problem(
  409,
  'listed-and-visible',
  'Search engines and employers would both find this badge.',
)
export const minorsNotVisible = problem(
  403,
  'minors-not-visible',
  "We don't show anyone under 18 in public.",
)
