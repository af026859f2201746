import * as v from 'valibot'

import { contentId } from '../../foundation/text/input.ts'

export const PracticeQuery = v.strictObject({ challengeId: contentId })

/** A level for each criterion. No reasons: people practise by reading the reasons of others. */
export const AnswerPracticeInput = v.strictObject({
  challengeId: contentId,
  itemId: contentId,
  levels: v.pipe(
    v.record(contentId, v.picklist([1, 2, 3, 4])),
    v.check((levels) => Object.keys(levels).length <= 4),
  ),
})
