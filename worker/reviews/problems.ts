import { problem } from '../foundation/call/problem.ts'

export const practiceFirst = problem(
  409,
  'practice-first',
  'Judge two practice answers before your first review.',
)
export const forgoFirst = problem(
  409,
  'forgo-first',
  "If you judge in a challenge, you can't take it. Agree to that first.",
)
export const releasedTooOften = problem(
  429,
  'released-too-often',
  'You gave back too many answers.',
)
export const enoughReviews = problem(429, 'enough-reviews', 'You have given enough reviews.')
export const claimEnded = problem(409, 'claim-ended', 'This answer is no longer yours to review.')
export const reviewIncomplete = problem(422, 'review-incomplete', 'The review is not finished.')
export const reasonsAlike = problem(422, 'reasons-alike', 'Two criteria have the same reason.')
export const reviewTooSoon = problem(429, 'review-too-soon', 'It takes longer to read this answer.')
export const levelsLocked = problem(409, 'levels-locked', 'Your levels are fixed.')
export const reviewAlreadyHandedIn = problem(
  409,
  'review-already-handed-in',
  'You have already reviewed this answer.',
)
export const undoOver = problem(409, 'undo-over', "You can't undo this review any more.")
export const practiceAlreadyAnswered = problem(
  409,
  'practice-already-answered',
  'You have already judged this practice answer.',
)

/** Not sent to clients: no submission is left, or this reviewer already has a claim. */
export const submissionTaken = problem(409, 'submission-taken', 'Someone else got this answer.')
/** Not sent to clients: a tick or a reaction lost a race. `unlessMoved` ignores it. */
export const movedMeanwhile = problem(409, 'moved-meanwhile', 'This was changed at the same time.')
