import { problem } from '../foundation/call/problem.ts'

export const practiceFirst = problem(
  409,
  'practice-first',
  'Two practice answers come before the first review.',
)
export const forgoFirst = problem(
  409,
  'forgo-first',
  'Who judges in a challenge gives up taking it, and says so first.',
)
export const releasedTooOften = problem(
  429,
  'released-too-often',
  'You gave back too many answers.',
)
export const enoughReviews = problem(
  429,
  'enough-reviews',
  'You have given more reviews than we can count.',
)
export const claimEnded = problem(409, 'claim-ended', 'This answer is no longer yours to review.')
export const reviewIncomplete = problem(422, 'review-incomplete', 'The review is not finished.')
export const reasonsAlike = problem(422, 'reasons-alike', 'Two criteria have the same reason.')
export const reviewTooSoon = problem(
  429,
  'review-too-soon',
  'This is sooner than the answer can be read.',
)
export const reviewAlreadyHandedIn = problem(
  409,
  'review-already-handed-in',
  'You have handed in a review of this answer.',
)
export const undoOver = problem(
  409,
  'undo-over',
  'The minute in which a review can be taken back is over.',
)
export const practiceAlreadyAnswered = problem(
  409,
  'practice-already-answered',
  'You have judged this practice answer.',
)

/** Not sent to clients: no submission is left, or this reviewer already has a claim. */
export const submissionTaken = problem(409, 'place-taken', 'Somebody else was given this answer.')
/** Not sent to clients: a tick lost a race, and the next tick reads the row again. */
export const movedMeanwhile = problem(
  409,
  'moved-meanwhile',
  'This was changed at the same moment.',
)
