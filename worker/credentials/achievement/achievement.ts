import type { Language } from '../../foundation/reader/reader.ts'
import {
  type Rubric,
  type RubricCriterion,
  levels as levelNumbers,
  signsAt,
} from '../../skills/rubric.ts'
import type { Achievement } from '../document/open-badge.ts'

export const levelNames = {
  1: 'Emerging',
  2: 'Developing',
  3: 'Proficient',
  4: 'Exemplary',
} as const
export type Level = keyof typeof levelNames

/** How long a badge is valid, because a skill that was shown once may be lost later. */
export const skillValidityMonths = 36

/** The level that each criterion must reach: `proficient`. */
const required: Level = 3
const overall = 'overall'

/** The signed text is in the programme's language, so it needs a sentence in every language. */
const criteriaIn: Record<Language, string> = {
  en:
    'At least level 3 in every criterion, judged on written answers in a scenario not seen before ' +
    'by peers and a mentor who did not know whose answers they were.',
}

/**
 * The achievement, which is part of every signed award. It contains all level texts, so that a
 * badge can be understood without our server. `id` is the address of the achievement.
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

/** The level of each criterion in a list that `levelIds` made, in the same order. */
export function criterionLevelsIn(ids: readonly string[]): number[] {
  return ids.slice(1).map((id) => Number(id.slice(id.lastIndexOf('-') + 1)))
}

/** The name of a badge: “Collaboration: proficient”. */
export function awardName(achievement: Achievement, level: Level): string {
  return `${achievement.name}: ${levelNames[level].toLowerCase()}`
}

type Description = Achievement['resultDescription'][number]

/** The level of the whole badge: 3 or 4, because there is no badge below proficient. */
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

function criterionOf(id: string, criterion: RubricCriterion): Description {
  const { competency, name } = criterion
  const described = levelNumbers.map((number) => ({
    id: `${id}#${competency}-${number}`,
    type: ['RubricCriterionLevel'] as ['RubricCriterionLevel'],
    name: levelNames[number],
    level: String(number),
    points: String(number),
    description: levelText(criterion, number),
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

/** What a level means: one sentence, then its indicators, one per line. */
function levelText(criterion: RubricCriterion, level: Level): string {
  const signs = signsAt(criterion, level).map(({ words }) => `- ${words}`)
  return [criterion.levels[level].words, ...signs].join('\n')
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

/** The Open Badges schema allows the types on its own list, or any word after `ext:`. */
function targetTypeOf(framework: string): string {
  if (framework.startsWith('ESCO')) return 'ext:ESCOSkill'
  return framework.startsWith('CASE') ? 'CFItem' : 'ext:Skill'
}
