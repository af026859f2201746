import * as v from 'valibot'

import { contentId, line, whole } from '../../foundation/text/input.ts'

const target = v.variant('kind', [
  v.strictObject({
    kind: v.literal('credential'),
    achievement: contentId,
    minimumLevel: v.optional(v.picklist([3, 4])),
  }),
  v.strictObject({ kind: v.literal('credit'), minimum: whole(1, 240) }),
  v.strictObject({
    kind: v.literal('attested'),
    title: line(120),
    by: v.picklist(['programme', 'employer']),
  }),
  v.strictObject({
    kind: v.picklist(['challenge', 'knowledge', 'reflection', 'prior-learning']),
    id: contentId,
  }),
  v.strictObject({
    kind: v.literal('alignment'),
    id: v.pipe(
      line(500),
      v.check((id) => URL.canParse(id)),
    ),
  }),
])

/** A requirement that holds no others. */
export const Leaf = target
export type Leaf = v.InferOutput<typeof target>

/**
 * What must be true for a step of a pathway: one requirement, or a group of which all, any or at
 * least `count` must be met. A group holds 1 to 20 requirements.
 */
export type Requirement =
  | Leaf
  | { kind: 'all-of' | 'any-of'; of: readonly Requirement[] }
  | { kind: 'at-least'; count: number; of: readonly Requirement[] }

export type Group = Exclude<Requirement, Leaf>

export const isGroup = (requirement: Requirement): requirement is Group => 'of' in requirement

/** The lowest level at which a credential counts, if the requirement names none. */
const proficient = 3

export const levelOf = ({ minimumLevel = proficient }: { minimumLevel?: 3 | 4 | undefined }) =>
  minimumLevel
