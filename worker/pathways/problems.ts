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
export const requirementCycle = problem(
  422,
  'requirement-cycle',
  'Some steps come before each other in a circle.',
)
export const tooManyPathways = problem(
  409,
  'too-many-pathways',
  'Your programme has fifty pathways, and that is the most.',
)
export const pathwayNotPublished = problem(
  409,
  'pathway-not-published',
  'This pathway has not been published yet.',
)
export const alreadyEnrolled = problem(409, 'already-enrolled', 'You are already on this pathway.')
export const pathwayMovedOn = problem(
  409,
  'pathway-moved-on',
  'This pathway was changed while you were reading.',
)
export const alreadyAttested = problem(
  409,
  'already-attested',
  'This was already confirmed for this student.',
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
