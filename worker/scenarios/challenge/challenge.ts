import * as v from 'valibot'

import { contentId, line, text, whole } from '../../foundation/text/input.ts'
import { indicatorId, levels } from '../../skills/rubric.ts'
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

const Answered = v.strictObject({ at: line(120), because: line(300) })

/** challenge.yaml: the public part of a challenge. */
export const Challenge = v.strictObject({
  id: contentId,
  title: line(80),
  summary: line(240),
  setting: line(40),
  skill: v.picklist(skillIds),
  competencies: v.pipe(v.array(contentId), v.length(4)),
  minutes: whole(10, 45),
  difficulty: whole(1, 3),
  language: v.picklist(['en', 'es']),
  translationOf: v.optional(contentId),
  licence: v.literal('CC-BY-4.0'),
  author: line(120),
  /** A real person who is not the author and played every ending. */
  reviewedBy: v.optional(line(80)),
  decideWithinDays: whole(2, 14),
  prompts: v.record(contentId, Prompt),
  /** Warnings of `check` that the author has read, each with the reason why it stays. */
  answered: v.optional(v.pipe(v.array(Answered), v.maxLength(40))),
})

const ChoiceNote = v.strictObject({
  shows: competencyIds,
  against: v.optional(competencyIds),
  why: line(300),
})

/** What a student must know to answer a prompt, and where the story tells it. */
const Fact = v.strictObject({
  says: line(200),
  /** The passage that tells the fact. */
  told: contentId,
  /** Level 3 cannot be reached without this fact, so every path to the prompt tells it. */
  needed: v.optional(v.literal(true)),
  /** The fact is told only after one of these choices. */
  after: v.optional(v.pipe(v.array(contentId), v.minLength(1), v.maxLength(20))),
})

/**
 * key.yaml: what each choice is evidence of, and the facts by prompt. It stays in the Worker until
 * the answers are submitted. Older versions have no facts.
 */
export const Key = v.strictObject({
  facts: v.optional(v.record(contentId, v.pipe(v.array(Fact), v.maxLength(40)))),
  choices: v.record(contentId, ChoiceNote),
})

const CalibrationItem = v.strictObject({
  id: contentId,
  use: v.picklist(['hidden', 'practice']),
  /** All choice ids in order, up to an ending. The answers between them are implied. */
  path: v.pipe(v.array(contentId), v.minLength(1), v.maxLength(14)),
  /** Slips of spelling and grammar, counted by a person. */
  slips: v.optional(whole(0, 200)),
  voice: v.optional(v.picklist(['polished', 'plain', 'clumsy'])),
  /** Criteria on which two careful readers may differ by one level. */
  border: v.optional(v.pipe(v.array(contentId), v.maxLength(4))),
  /** The indicators seen, by criterion; they give the levels. Older versions have none. */
  ticks: v.optional(v.record(contentId, v.array(indicatorId))),
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
export type Fact = NonNullable<Key['facts']>[string][number]
export type CalibrationItem = v.InferOutput<typeof CalibrationItem>
