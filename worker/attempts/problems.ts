import { problem } from '../foundation/call/problem.ts'

export const challengeRetired = problem(
  409,
  'challenge-retired',
  'This challenge is no longer begun.',
)
export const attemptOpen = problem(409, 'attempt-open', 'An attempt of yours is still open.')
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
export const turnTaken = problem(409, 'turn-taken', 'The story has gone on in another window.')
export const turnNotOffered = problem(
  409,
  'turn-not-offered',
  'The story does not offer this here.',
)
export const promptNotAnswered = problem(
  409,
  'prompt-not-answered',
  'The answer has to be written first.',
)
export const storyStopped = problem(409, 'story-stopped', 'The story cannot go on from here.')
export const staleVersion = problem(
  409,
  'stale-version',
  'This text was changed somewhere else meanwhile.',
)
export const attemptNotFinished = problem(
  409,
  'attempt-not-finished',
  'The story has not come to its end.',
)
export const alreadyHandedIn = problem(409, 'already-handed-in', 'This was handed in before.')
export const answerNotAsked = problem(
  422,
  'answer-not-asked',
  'There is an answer to something that was not asked.',
)
export const answerTooShort = problem(422, 'answer-too-short', 'An answer is too short.')
export const answerTooLong = problem(422, 'answer-too-long', 'An answer is too long.')
export const answerRepeatsItself = problem(
  422,
  'answer-repeats-itself',
  'An answer says the same words again and again.',
)
export const submissionUnchanged = problem(
  409,
  'submission-unchanged',
  'This is nearly the text of the round before.',
)
