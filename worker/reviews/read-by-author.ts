/**
 * SQL over `reviews`: whether the author of the answer can read it. Not before the decision, and not
 * while it can be undone. Surplus reviews are part of a result too.
 */
export const readByAuthor = `EXISTS (SELECT 1 FROM decisions d WHERE d.submission_id = reviews.submission_id)
  AND reviews.withdrawn_at IS NULL AND reviews.effective_at <= ?2`

/** SQL for the language of an answer, which is that of its reviews. */
export const languageOf = (submissionId: string) =>
  `(SELECT s.language FROM submissions s WHERE s.id = ${submissionId})`

/** SQL for a column of the review that a rating belongs to. */
export const ofReview = (column: string) =>
  `(SELECT w.${column} FROM reviews w WHERE w.id = ratings.review_id)`
