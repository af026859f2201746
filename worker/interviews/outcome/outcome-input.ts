import * as v from 'valibot'

import { text } from '../../foundation/text/input.ts'

/** What an employer decides after an interview. */
export const decisions = ['advance', 'offer', 'not-selected'] as const

/** What either side may add later. */
export const laterOutcomes = ['next-round', 'hired', 'offer-declined'] as const

export const outcomeKinds = [...decisions, ...laterOutcomes] as const
export type OutcomeKind = (typeof outcomeKinds)[number]

/** Whether an interview took place or the other side was absent. */
export const AttendanceInput = v.strictObject({
  attendance: v.picklist(['took-place', 'other-side-absent']),
})

/** The outcome, or a later change of it. `feedback` is null if the employer gives none. */
export const OutcomeInput = v.variant('outcome', [
  v.strictObject({ outcome: v.picklist(decisions), feedback: v.nullable(text(2_000, 20)) }),
  v.strictObject({ outcome: v.picklist(laterOutcomes) }),
])

/** The student's own note; an empty one deletes it. */
export const InterviewNoteInput = v.strictObject({ words: text(2_000) })
