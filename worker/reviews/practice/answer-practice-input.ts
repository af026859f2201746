import * as v from 'valibot'

import { contentId } from '../../foundation/text/input.ts'

export const PracticeQuery = v.strictObject({ challengeId: contentId })

/** A level for each criterion. Without reasons: what counts here is to see the *why* of others. */
export const AnswerPracticeInput = v.strictObject({
  challengeId: contentId,
  itemId: contentId,
  levels: v.pipe(
    v.record(contentId, v.picklist([1, 2, 3, 4])),
    v.check((levels) => Object.keys(levels).length <= 4),
  ),
})
