import { problem } from '../foundation/call/problem.ts'

export const requirementEmpty = problem(
  422,
  'requirement-empty',
  'A group of requirements is empty.',
)
export const requirementTooDeep = problem(
  422,
  'requirement-too-deep',
  'The requirements are nested too deep.',
)
export const requirementRepeats = problem(
  422,
  'requirement-repeats',
  'A group names the same requirement twice.',
)
export const requirementUnknownTarget = problem(
  422,
  'requirement-unknown-target',
  'A requirement names something that is not here.',
)
export const notEligible = problem(422, 'not-eligible', 'You cannot do this here now.')
export const claimOpen = problem(409, 'claim-open', 'You have an open claim in this skill.')
export const claimTooEarly = problem(
  409,
  'claim-too-early',
  'It is too early for a new claim in this skill.',
)
export const claimHandedIn = problem(409, 'claim-handed-in', 'This claim is handed in.')
export const claimNotHandedIn = problem(409, 'claim-not-handed-in', 'This claim is not handed in.')
export const claimDecided = problem(409, 'claim-decided', 'This claim has its decision.')
export const jobMissing = problem(422, 'job-missing', 'Name one job or duty first.')
