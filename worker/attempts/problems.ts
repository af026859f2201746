import { problem } from '../foundation/call/problem.ts'

export const challengeRetired = problem(
  409,
  'challenge-retired',
  "You can't start this challenge any more.",
)
export const attemptOpen = problem(409, 'attempt-open', 'You have an open attempt.')
export const attemptTooEarly = problem(
  409,
  'attempt-too-early',
  'It is too early to take this challenge again.',
)
export const challengeForgone = problem(
  409,
  'challenge-forgone',
  'You judge answers in this challenge, so you cannot take it.',
)
export const attemptNotOpen = problem(409, 'attempt-not-open', 'This attempt is over.')
export const planNotOpen = problem(409, 'plan-not-open', 'This plan is closed.')
export const turnTaken = problem(409, 'turn-taken', 'You continued the story in another window.')
export const turnNotOffered = problem(
  409,
  'turn-not-offered',
  "You can't do this here in the story.",
)
export const promptNotAnswered = problem(409, 'prompt-not-answered', 'Write your answer first.')
export const storyStopped = problem(409, 'story-stopped', "The story can't continue from here.")
export const staleVersion = problem(409, 'stale-version', 'This text was changed somewhere else.')
export const answersChanged = problem(
  409,
  'answers-changed',
  'You changed an answer somewhere else.',
)
export const attemptNotFinished = problem(409, 'attempt-not-finished', 'The story is not finished.')
export const alreadyHandedIn = problem(409, 'already-handed-in', 'You have already handed this in.')
export const answerNotAsked = problem(
  422,
  'answer-not-asked',
  'One answer is to a question you were not asked.',
)
export const answerTooShort = problem(422, 'answer-too-short', 'An answer is too short.')
export const answerTooLong = problem(422, 'answer-too-long', 'An answer is too long.')
export const answerRepeatsItself = problem(
  422,
  'answer-repeats-itself',
  'An answer repeats the same words.',
)
export const submissionUnchanged = problem(
  409,
  'submission-unchanged',
  'This is nearly the same text as last time.',
)
export const noFurtherRound = problem(
  409,
  'no-further-round',
  "You can't change these answers any more.",
)
export const revisionOver = problem(
  409,
  'revision-over',
  'The time to change these answers is over.',
)
export const answerSettled = problem(
  409,
  'answer-settled',
  "One of these answers can't change in this round.",
)
