import * as v from 'valibot'

import { contentId, line, text, whole } from '../../foundation/text/input.ts'
import { levels } from '../../skills/rubric.ts'
import { skillIds } from '../../skills/skill.ts'

const competencyIds = v.pipe(v.array(contentId), v.minLength(1), v.maxLength(4))

const Prompt = v.strictObject({
  ask: line(400),
  words: v.pipe(
    v.strictTuple([whole(10, 500), whole(20, 1_000)]),
    v.check(([least, most]) => least < most, 'The first number is the smaller one.'),
  ),
  evidences: competencyIds,
})

/** challenge.yaml: the public part of a challenge. */
export const Challenge = v.strictObject({
  id: contentId,
  title: line(80),
  summary: line(240),
  setting: line(40),
  skill: v.picklist(skillIds),
  competencies: v.pipe(v.array(contentId), v.length(4)),
  minutes: whole(10, 25),
  difficulty: whole(1, 3),
  language: v.picklist(['en', 'es']),
  translationOf: v.optional(contentId),
  licence: v.literal('CC-BY-4.0'),
  author: line(120),
  /** A real person who is not the author and played every ending. */
  reviewedBy: v.optional(line(80)),
  decideWithinDays: whole(2, 14),
  prompts: v.record(contentId, Prompt),
})

const ChoiceNote = v.strictObject({
  shows: competencyIds,
  against: v.optional(competencyIds),
  why: line(300),
})

/**
 * key.yaml: what each choice is evidence of. It stays in the Worker until the answers are
 * submitted.
 */
export const Key = v.strictObject({ choices: v.record(contentId, ChoiceNote) })

const CalibrationItem = v.strictObject({
  id: contentId,
  use: v.picklist(['hidden', 'practice']),
  /** All choice ids in order, up to an ending. The answers between them are implied. */
  path: v.pipe(v.array(contentId), v.minLength(1), v.maxLength(14)),
  answers: v.record(contentId, text(20_000, 1)),
  levels: v.record(contentId, v.picklist(levels)),
  why: v.record(contentId, text(1_000, 1)),
})

/** calibration.yaml: example answers with reference levels and reasons. */
export const Calibration = v.pipe(v.array(CalibrationItem), v.maxLength(40))

export type Challenge = v.InferOutput<typeof Challenge>
export type Prompt = Challenge['prompts'][string]
export type Key = v.InferOutput<typeof Key>
export type ChoiceNote = Key['choices'][string]
export type CalibrationItem = v.InferOutput<typeof CalibrationItem>
