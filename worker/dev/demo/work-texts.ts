import * as v from 'valibot'

import { SavePlanInput } from '../../attempts/plan/save-plan-input.ts'

const texts = v.record(v.string(), v.string())

/** A second round: its plan, and the answers that change. Without a hand-in they are drafts. */
const Revision = v.strictObject({
  openedDaysAgo: v.number(),
  plan: SavePlanInput.entries.lines,
  answers: texts,
  handedInDaysAgo: v.optional(v.number()),
  /** What the student's coach writes about the plan. */
  remark: v.optional(v.string()),
})

export const Attempt = v.strictObject({
  student: v.string(),
  challenge: v.string(),
  state: v.picklist(['playing', 'waiting', 'decided']),
  startedDaysAgo: v.number(),
  handedInDaysAgo: v.optional(v.number()),
  path: v.array(v.string()),
  answers: v.optional(texts, {}),
  drafts: v.optional(texts, {}),
  revision: v.optional(Revision),
})

const judged = {
  ratings: v.record(
    v.string(),
    v.strictObject({
      level: v.number(),
      indicators: v.array(v.string()),
      reason: v.string(),
      /** Why the level is above the one that the ticks give. */
      aboveSigns: v.optional(v.string()),
    }),
  ),
  worked: v.string(),
  tryNext: v.string(),
}

export const Review = v.strictObject({
  author: v.string(),
  challenge: v.string(),
  round: v.optional(v.number(), 1),
  reviewer: v.string(),
  daysAgo: v.number(),
  ...judged,
})

/** The hidden items that a reviewer judges in a challenge: one at each of these times. */
export const GivenItems = v.strictObject({
  reviewer: v.string(),
  challenge: v.string(),
  daysAgo: v.array(v.number()),
})

/** What is written about a hidden item. */
export const ItemText = v.strictObject({ challenge: v.string(), item: v.string(), ...judged })

export type DemoAttempt = v.InferOutput<typeof Attempt>
export type DemoRevision = v.InferOutput<typeof Revision>
export type DemoReview = v.InferOutput<typeof Review>
export type DemoItemText = v.InferOutput<typeof ItemText>
