import { problem } from '../foundation/call/problem.ts'

export const practiceFirst = problem(
  409,
  'practice-first',
  'Judge two practice answers before your first review.',
)
/** For students: only those who have answered a challenge themselves may practise in it. */
export const handInFirst = problem(
  403,
  'hand-in-first',
  'You can practise after you hand in your own answer to this challenge.',
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
export const programmeUnknown = problem(404, 'programme-unknown', 'No programme has this address.')
export const ownProgramme = problem(409, 'own-programme', 'This is your own programme.')
export const sharesAlready = problem(
  409,
  'shares-already',
  'Your programme already shares reviewers.',
)
export const programmeSharesAlready = problem(
  409,
  'programme-shares-already',
  'This programme already shares reviewers with another one.',
)
export const sharingAsked = problem(
  409,
  'sharing-asked',
  'Your programme already waits for an answer.',
)
export const sharingAskedByThem = problem(
  409,
  'sharing-asked-by-them',
  'This programme has asked you already.',
)
export const sharingDeclined = problem(
  409,
  'sharing-declined',
  'This programme said no less than thirty days ago.',
)
export const sharingQuestionsFull = problem(
  409,
  'sharing-questions-full',
  'Ten programmes already wait for an answer of this programme.',
)
export const sharingDecided = problem(409, 'sharing-decided', 'This question is no longer open.')
export const sharingOver = problem(409, 'sharing-over', 'Someone ended the sharing before you.')

/** Not sent to clients: no submission is left, or this reviewer already has a claim. */
export const submissionTaken = problem(409, 'submission-taken', 'Someone else got this answer.')
/** Not sent to clients: a tick or a reaction lost a race. `unlessMoved` ignores it. */
export const movedMeanwhile = problem(409, 'moved-meanwhile', 'This was changed at the same time.')
