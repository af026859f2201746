import * as v from 'valibot'

import { contentId, line, text, uuid, wallTime, whole } from '../../foundation/text/input.ts'

// Openings use the same schemas, so that a request can be compared with its opening.
import { contracts, PlaceInput } from '../../talent/opening/opening-input.ts'
import { PayInput } from '../../talent/opening/pay-input.ts'
import { listOf, month } from '../../talent/opening/place-input.ts'

export const longestMinutes = 240

/**
 * A local time, `2026-12-09T16:30` in `Europe/London`. `offset` is needed only for a time that
 * occurs twice, when the clocks go back.
 */
export const SlotInput = v.strictObject({
  local: wallTime,
  zone: line(60),
  offset: v.optional(v.pipe(v.string(), v.regex(/^[+-]\d\d:\d\d$/))),
})

export const EditionInput = v.strictObject({
  title: line(80, 3),
  duties: text(2_000, 80),
  pay: v.optional(PayInput),
  place: PlaceInput,
  remote: v.boolean(),
  hoursPerWeek: whole(1, 60),
  startMonth: month,
  contract: v.picklist(contracts),
  format: v.picklist(['video', 'telephone', 'in-person']),
  minutes: whole(15, longestMinutes),
  interviewers: v.pipe(
    v.array(v.strictObject({ name: line(80), title: line(80) })),
    v.minLength(1),
    v.maxLength(5),
  ),
  /** What happens after the interview, and by when. */
  next: text(1_000, 40),
  /**
   * The skills on the student's card that are the reason for the request. Before acceptance a
   * recruiter does not see the ids of badges.
   */
  promptedBy: listOf(contentId, 1, 8),
  note: v.optional(text(1_000, 1)),
  slots: v.pipe(v.array(SlotInput), v.minLength(3), v.maxLength(10)),
})

export const CreateRequestInput = v.strictObject({ pseudonym: uuid, openingId: uuid })

export const SendRequestInput = v.strictObject({ content: EditionInput })
