/**
 * How far the reviewers of a challenge agree, as results and badges show it. A figure needs 30
 * submissions with two ratings each. Until a challenge has them, they show this sentence.
 */
export const agreementSentence =
  'Too few reviews yet to say how well reviewers of this challenge agree.'

export const agreementBand = 'too-few'
