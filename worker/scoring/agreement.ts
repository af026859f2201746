/**
 * How far reviewers of a challenge agree, as the result and the badge say it. It takes 30 submissions
 * with two ratings each to say more; until then there is one sentence.
 */
export const agreementSentence =
  'Too few reviews yet to say how well reviewers of this challenge agree.'

export const agreementBand = 'too-few'
