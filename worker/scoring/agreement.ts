/**
 * What results and badges say about how far the reviewers of a challenge agree. A figure needs 30
 * submissions with two ratings each; this version shows none.
 */
export const agreementSentence =
  'Too few reviews yet to say how well reviewers of this challenge agree.'

export const agreementBand = 'too-few'
