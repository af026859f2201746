import type { Language } from '../../foundation/reader/reader.ts'
import { type Rubric, type RubricCriterion, levels as levelNumbers } from '../../skills/rubric.ts'
import type { Achievement } from '../document/open-badge.ts'

export const levelNames = {
  1: 'Emerging',
  2: 'Developing',
  3: 'Proficient',
  4: 'Exemplary',
} as const
export type Level = keyof typeof levelNames

/** A badge must be worth a look for as long as what was shown is likely to hold. */
export const skillValidityMonths = 36

/** The level that each criterion must reach: `proficient`. */
const required: Level = 3
const overall = 'overall'

/** What is signed is in the programme's language, so each language of ours needs its sentence. */
const criteriaIn: Record<Language, string> = {
  en:
    'At least level 3 in every criterion, judged on written answers in a scenario not seen before ' +
    'by peers and a mentor who did not know whose answers they were.',
}

/**
 * The achievement as every award of it carries it, all level texts inside, so that the judgement
 * reads without us. `id` is its address.
 */
export function skillAchievement(id: string, rubric: Rubric, language: Language): Achievement {
  const skill = rubric.name.toLowerCase()
  return {
    id,
    type: ['Achievement'],
    achievementType: 'Badge',
    name: rubric.name,
    description: rubric.description,
    criteria: {
      id: `${id}#criteria`,
      narrative: criteriaIn[language],
    },
    image: { id: `${id}.png`, type: 'Image', caption: `Badge: ${skill}` },
    inLanguage: language,
    version: '1.0.0',
    tag: [...new Set([skill, 'soft skills'])],
    alignment: rubric.alignments.map(alignmentOf),
    resultDescription: [overallOf(id), ...rubric.criteria.map((one) => criterionOf(id, one))],
  }
}

/** The levels reached, as addresses, in the order of the achievement's descriptions. */
export function levelIds(
  id: string,
  level: number,
  criteria: { competency: string; level: number }[],
) {
  const reached = criteria.map(({ competency, level: own }) => `${id}#${competency}-${own}`)
  return [`${id}#${overall}-${level}`, ...reached]
}

/** The level of each criterion, in the order of the achievement's descriptions, out of those addresses. */
export function criterionLevelsIn(ids: readonly string[]): number[] {
  return ids.slice(1).map((id) => Number(id.slice(id.lastIndexOf('-') + 1)))
}

/** “Collaboration: proficient” */
export function awardName(achievement: Achievement, level: Level): string {
  return `${achievement.name}: ${levelNames[level].toLowerCase()}`
}

type Description = Achievement['resultDescription'][number]

/** The badge as a whole; nobody is awarded less than proficient. */
function overallOf(id: string): Description {
  const level = (number: Level) => ({
    id: `${id}#${overall}-${number}`,
    type: ['RubricCriterionLevel'] as ['RubricCriterionLevel'],
    name: levelNames[number],
    level: String(number),
    points: String(number),
  })
  return description(id, overall, 'Overall level', [level(3), level(4)])
}

function criterionOf(id: string, { competency, name, levels }: RubricCriterion): Description {
  const described = levelNumbers.map((number) => ({
    id: `${id}#${competency}-${number}`,
    type: ['RubricCriterionLevel'] as ['RubricCriterionLevel'],
    name: levelNames[number],
    level: String(number),
    points: String(number),
    description: levelText(levels[number]),
  }))
  return description(id, competency, name, described)
}

function description(
  id: string,
  fragment: string,
  name: string,
  rubricCriterionLevel: Description['rubricCriterionLevel'],
): Description {
  return {
    id: `${id}#${fragment}`,
    type: ['ResultDescription'],
    name,
    resultType: 'RubricCriterionLevel',
    requiredLevel: `${id}#${fragment}-${required}`,
    rubricCriterionLevel,
  }
}

/** The level in a sentence, then what a reviewer looks for, a line each. */
function levelText({ words, indicators }: RubricCriterion['levels'][Level]): string {
  const lines = Object.keys(indicators)
    .toSorted()
    .map((id) => `- ${indicators[id]}`)
  return [words, ...lines].join('\n')
}

function alignmentOf({ framework, code, name, uri }: Rubric['alignments'][number]) {
  return {
    type: ['Alignment'] as ['Alignment'],
    targetType: targetTypeOf(framework),
    targetFramework: framework,
    targetCode: code,
    targetName: name,
    targetUrl: uri,
  }
}

/** The published schema takes its own list of types, or a word after `ext:`. */
function targetTypeOf(framework: string): string {
  if (framework.startsWith('ESCO')) return 'ext:ESCOSkill'
  return framework.startsWith('CASE') ? 'CFItem' : 'ext:Skill'
}
