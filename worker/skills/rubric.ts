import * as v from 'valibot'

import { contentId, line, link } from '../foundation/text/input.ts'
import { skillIds } from './skill.ts'

export const levels = [1, 2, 3, 4] as const
export type Level = (typeof levels)[number]

/** The level's number and a letter: `3a`, `3b`, `3c`. */
export const indicatorId = v.pipe(v.string(), v.regex(/^[1-4][a-e]$/))
const Indicators = v.record(indicatorId, line(200))

const LevelText = v.strictObject({
  words: line(120),
  /** Acts that a reviewer ticks. Level 1 has none, except in the first form (`isFirstForm`). */
  indicators: v.optional(Indicators),
  /** What holds an answer back at this level. Reviewers read limits and do not tick them. */
  limits: v.optional(v.pipe(v.array(line(200)), v.minLength(1), v.maxLength(4))),
})

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

/** An indicator of a level, with its words. */
export interface Sign {
  id: string
  words: string
}

type Levels = Pick<RubricCriterion, 'levels'>

/**
 * The indicators of a level, sorted by id: a stored rubric is canonical JSON and need not keep the
 * file's order.
 */
export function signsAt({ levels: texts }: Levels, level: Level): Sign[] {
  const signs = Object.entries(texts[level].indicators ?? {})
  return signs.map(([id, words]) => ({ id, words })).toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/**
 * Whether a criterion is of the first form: its levels 1 and 2 have indicators for what is missing,
 * and no level has limits. Answers to challenge versions with such a rubric are still judged by the
 * rule of the first form.
 */
export function isFirstForm(criterion: Levels): boolean {
  return signsAt(criterion, 1).length > 0
}

/**
 * The level that the ticks give; the reviewer may choose another. Level 3 needs its first sign and
 * all but one of its others. Level 4 needs the same of its own signs, and also level 3. Level 2
 * needs its first sign, the first of level 3, or any two signs. One more tick never lowers the
 * level. In the first form (`isFirstForm`), level 2 is counted like level 3.
 */
export function proposedLevel(criterion: Levels, ticked: readonly string[]): Level {
  const reached = (level: Level) => isReached(signsAt(criterion, level), ticked)
  if (reached(3)) return reached(4) ? 4 : 3
  if (isFirstForm(criterion)) return reached(2) ? 2 : 1
  const [two, three, four] = [signsAt(criterion, 2), signsAt(criterion, 3), signsAt(criterion, 4)]
  const isSeen = (sign: Sign | undefined) => sign !== undefined && ticked.includes(sign.id)
  const seen = [...two, ...three, ...four].filter(isSeen)
  return seen.length >= 2 || isSeen(two[0]) || isSeen(three[0]) ? 2 : 1
}

function isReached([first, ...others]: readonly Sign[], ticked: readonly string[]): boolean {
  if (!first || !ticked.includes(first.id)) return false
  return others.filter(({ id }) => !ticked.includes(id)).length <= 1
}
