import type { CalibrationItem } from '../../../worker/scenarios/challenge/challenge.ts'
import type { ReadFolder } from '../source/challenge-folder.ts'
import type { Finding } from '../source/finding.ts'
import { answerToMeasure } from './answered.ts'
import { readingFigures, wordsOf } from '../walk/reading-age.ts'
import { spearman } from '../walk/spearman.ts'

/** A correlation above this, or below minus this, gets a warning. */
export const strongest = 0.5
/**
 * If a skill has fewer answers in a language, all answers in that language are measured together.
 */
const fewestOfSkill = 12

type Item = CalibrationItem
type Language = 'en' | 'es'

/** Measures that say nothing about how good an answer is, so levels must not follow them. */
const surfaces: Record<string, (item: Item, language: Language) => number> = {
  words: (item) => wordsIn(item).length,
  'letters a word': (item) => {
    const words = wordsIn(item)
    return words.join('').replaceAll(/[^\p{L}]/gu, '').length / Math.max(1, words.length)
  },
  'reading grade': (item, language) => readingFigures(Object.values(item.answers), language).score,
  'slips a word': (item) => (item.slips ?? 0) / Math.max(1, wordsIn(item).length),
}

interface Group {
  /** As the warning names it: `empathy (en)`, or `all challenges (en)`. */
  of: string
  language: Language
  folders: readonly ReadFolder[]
}

export interface SurfaceFigure extends Pick<Group, 'of' | 'folders'> {
  surface: string
  answers: number
  /** Spearman's rank correlation with the mean level. */
  correlation: number
}

/** How strongly the mean level of example answers correlates with each measure. */
export function surfaceFigures(folders: readonly ReadFolder[]): SurfaceFigure[] {
  return groups(folders).flatMap(({ of, language, folders: grouped }) => {
    const items = itemsOf(grouped)
    return Object.entries(surfaces).map(([surface, measure]) => ({
      of,
      folders: grouped,
      surface,
      answers: items.length,
      correlation: spearman(
        items.map(meanLevel),
        items.map((item) => measure(item, language)),
      ),
    }))
  })
}

/** The name of a correlation in an `answered` entry of challenge.yaml, after `measures.md `. */
export const surfaceName = ({ of, surface }: Pick<SurfaceFigure, 'of' | 'surface'>) =>
  `${surface} of ${of}`

/**
 * A warning for each correlation above 0.5 or below -0.5, except those that a challenge of the
 * group explains in `answered`. Correlations are computed over all `folders`. The warning is placed
 * at the group's first challenge in `checked`; a group with none there gets no warning.
 */
export function lintSurface(
  folders: readonly ReadFolder[],
  checked: readonly ReadFolder[] = folders,
): Finding[] {
  return surfaceFigures(folders)
    .filter(({ correlation }) => Math.abs(correlation) > strongest)
    .filter((figure) => answerToMeasure(figure.folders, surfaceName(figure)) === undefined)
    .flatMap(({ of, folders: grouped, surface, answers, correlation }) => {
      const at = grouped.find((folder) => checked.includes(folder))
      return at
        ? [
            {
              file: at.calibration.file,
              line: 1,
              problem: `Over ${answers} answers of ${of}, levels go with ${surface}: ${correlation.toFixed(2)}.`,
              cure: `Keep it within ${strongest}: change answers so that ${surface} gives nothing away.`,
              warning: true,
            },
          ]
        : []
    })
}

export function meanLevel({ levels }: Item): number {
  const given = Object.values(levels)
  return given.reduce<number>((sum, level) => sum + level, 0) / Math.max(1, given.length)
}

const wordsIn = ({ answers }: Item) => Object.values(answers).flatMap(wordsOf)

/**
 * One group for each skill in each language. Skills with too few answers share one group of all
 * answers in their language.
 */
function groups(folders: readonly ReadFolder[]): Group[] {
  const found = new Map<string, Group>()
  const languages = new Set(folders.map(({ challenge }) => challenge.content.language))
  for (const language of languages) {
    const said = folders.filter(({ challenge }) => challenge.content.language === language)
    const bySkill = Map.groupBy(said, ({ challenge }) => challenge.content.skill)
    for (const [skill, ofSkill] of bySkill) {
      const isEnough = itemsOf(ofSkill).length >= fewestOfSkill
      const of = isEnough ? `${skill} (${language})` : `all challenges (${language})`
      found.set(of, { of, language, folders: isEnough ? ofSkill : said })
    }
  }
  return [...found.values()]
}

const itemsOf = (folders: readonly ReadFolder[]) =>
  folders.flatMap(({ calibration }) => calibration.content)
