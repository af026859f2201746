import * as v from 'valibot'

import { contentId, line, uuid, version, whole } from '../../foundation/text/input.ts'

export const mostSteps = 40
export const mostCredit = 60
const mostInGroup = 20

/** A target that is not chosen yet. */
const unset = v.literal('')
const target = v.union([unset, contentId])

/** A leaf of a requirement while it is written: what it names may still be empty. */
const DraftLeaf = v.variant('kind', [
  v.strictObject({
    kind: v.literal('credential'),
    achievement: target,
    minimumLevel: v.optional(v.picklist([3, 4])),
  }),
  v.strictObject({ kind: v.literal('credit'), minimum: whole(0, 240) }),
  v.strictObject({
    kind: v.literal('attested'),
    title: line(120, 0),
    by: v.picklist(['programme', 'employer']),
  }),
  v.strictObject({
    kind: v.picklist(['challenge', 'knowledge', 'reflection', 'prior-learning']),
    id: target,
  }),
  v.strictObject({ kind: v.literal('alignment'), id: line(500, 0) }),
])
export type DraftLeaf = v.InferOutput<typeof DraftLeaf>

export type DraftRequirement =
  | DraftLeaf
  | { kind: 'all-of' | 'any-of'; of: DraftRequirement[] }
  | { kind: 'at-least'; count: number; of: DraftRequirement[] }

function nested(depth: number): v.GenericSchema<DraftRequirement> {
  if (depth === 1) return DraftLeaf
  const of = v.pipe(v.array(nested(depth - 1)), v.maxLength(mostInGroup))
  return v.union([
    DraftLeaf,
    v.strictObject({ kind: v.picklist(['all-of', 'any-of']), of }),
    v.strictObject({ kind: v.literal('at-least'), count: whole(1, mostInGroup), of }),
  ])
}

/** One level more than can be published, so that publishing says by name that it is too deep. */
const deepest = 6

const DraftStep = v.strictObject({
  id: uuid,
  title: line(120, 0),
  requirement: nested(deepest),
  credit: whole(0, mostCredit),
  /** Ids of the steps that come before. */
  after: v.pipe(v.array(uuid), v.maxLength(mostSteps)),
})
export type DraftStep = v.InferOutput<typeof DraftStep>

const draft = {
  title: line(120, 0),
  steps: v.pipe(v.array(DraftStep), v.maxLength(mostSteps)),
}

export const PathwayDraft = v.strictObject(draft)
export type PathwayDraft = v.InferOutput<typeof PathwayDraft>

export const SaveDraftInput = v.strictObject({ ...draft, version })
export type SaveDraftInput = v.InferOutput<typeof SaveDraftInput>
