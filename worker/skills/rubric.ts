import * as v from 'valibot'

import { contentId, line, link } from '../foundation/text/input.ts'
import { skillIds } from './skill.ts'

export const levels = [1, 2, 3, 4] as const
export type Level = (typeof levels)[number]

/** In the order of the file. An id is the level's number and a letter: `3a`, `3b`, `3c`. */
const Indicators = v.record(v.pipe(v.string(), v.regex(/^[1-4][a-e]$/)), line(200))
const LevelText = v.strictObject({ words: line(120), indicators: Indicators })

const Criterion = v.strictObject({
  competency: contentId,
  name: line(60),
  description: line(240),
  levels: v.strictObject({ 1: LevelText, 2: LevelText, 3: LevelText, 4: LevelText }),
})

const httpAddress = v.pipe(v.string(), v.maxLength(500), v.regex(/^https?:\/\/[\w.-]+\/\S*$/))

const Alignment = v.strictObject({
  framework: line(40),
  code: line(60),
  // ESCO's own identifiers are http: addresses; they name a concept and are not followed.
  uri: v.union([link, httpAddress]),
  name: line(120),
})

/** The schema of scenarios/rubrics/<skill>.yaml, by which every challenge of a skill is judged. */
export const Rubric = v.strictObject({
  skill: v.picklist(skillIds),
  name: line(60),
  description: line(240),
  alignments: v.pipe(v.array(Alignment), v.minLength(1), v.maxLength(10)),
  criteria: v.pipe(v.array(Criterion), v.length(4)),
})

export type Rubric = v.InferOutput<typeof Rubric>
export type RubricCriterion = Rubric['criteria'][number]

/**
 * The level that is proposed for the ticked indicators. A level is reached if its first indicator
 * is ticked and at most one of its others is missing; level 4 also needs level 3. The highest level
 * reached counts, or 1 if none is. The reviewer may choose another.
 */
export function proposedLevel(
  criterion: Pick<RubricCriterion, 'levels'>,
  ticked: readonly string[],
): Level {
  const reached = (level: Level) => isReached(indicatorIds(criterion, level), ticked)
  if (reached(3)) return reached(4) ? 4 : 3
  return reached(2) ? 2 : 1
}

/** Sorted, because a stored rubric is canonical JSON and may not have the file's order. */
export function indicatorIds({ levels: texts }: Pick<RubricCriterion, 'levels'>, level: Level) {
  return Object.keys(texts[level].indicators).toSorted()
}

function isReached([first, ...others]: string[], ticked: readonly string[]): boolean {
  if (first === undefined || !ticked.includes(first)) return false
  return others.filter((id) => !ticked.includes(id)).length <= 1
}
