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
