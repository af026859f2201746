import type { CalibrationItem } from '../../../worker/scenarios/challenge/challenge.ts'
import type { ReadFolder } from '../source/challenge-folder.ts'
import type { Finding } from '../source/finding.ts'
import { readingFigures, wordsOf } from '../walk/reading-age.ts'
import { spearman } from '../walk/spearman.ts'

const strongest = 0.5
/** With fewer answers of a skill, those of all challenges in the language count together. */
const fewestOfSkill = 12

type Item = CalibrationItem
type Language = 'en' | 'es'

/** What a reader sees of an answer before reading it. */
const surfaces: Record<string, (item: Item, language: Language) => number> = {
  words: (item) => wordsIn(item).length,
  'letters a word': (item) => {
    const words = wordsIn(item)
    return words.join('').replaceAll(/[^\p{L}]/gu, '').length / Math.max(1, words.length)
  },
  'reading grade': (item, language) => readingFigures(Object.values(item.answers), language).score,
  'slips a word': (item) => (item.slips ?? 0) / Math.max(1, wordsIn(item).length),
}

export interface SurfaceFigure {
  /** The challenges whose answers count: those of a skill, or of a language. */
  of: string
  surface: string
  answers: number
  /** Spearman's rank correlation with the mean level. */
  correlation: number
}

/** How far the mean level of the example answers goes with their surface (assessment.md §2). */
export function surfaceFigures(folders: readonly ReadFolder[]): SurfaceFigure[] {
  return [...groups(folders)].flatMap(([of, { items, language }]) =>
    Object.entries(surfaces).map(([surface, measure]) => ({
      of,
      surface,
      answers: items.length,
      correlation: spearman(
        items.map(meanLevel),
        items.map((item) => measure(item, language)),
      ),
    })),
  )
}

/** A warning for each correlation past 0.5, at the first challenge of its group. */
export function lintSurface(folders: readonly ReadFolder[]): Finding[] {
  return surfaceFigures(folders)
    .filter(({ correlation }) => Math.abs(correlation) > strongest)
    .map(({ of, surface, answers, correlation }) => ({
      file: folders.find((folder) => groupOf(folders, folder) === of)?.calibration.file ?? of,
      line: 1,
      problem: `Over ${answers} answers of ${of}, levels go with ${surface}: ${correlation.toFixed(2)}.`,
      cure: `Keep it within ${strongest}: change answers so that ${surface} gives nothing away.`,
      warning: true,
    }))
}

export function meanLevel({ levels }: Item): number {
  const given = Object.values(levels)
  return given.reduce<number>((sum, level) => sum + level, 0) / Math.max(1, given.length)
}

const wordsIn = ({ answers }: Item) => Object.values(answers).flatMap(wordsOf)

function groups(folders: readonly ReadFolder[]) {
  const found = new Map<string, { items: Item[]; language: Language }>()
  for (const folder of folders) {
    const { language } = folder.challenge.content
    const group = found.get(groupOf(folders, folder)) ?? { items: [], language }
    group.items.push(...folder.calibration.content)
    found.set(groupOf(folders, folder), group)
  }
  return found
}

function groupOf(folders: readonly ReadFolder[], { challenge }: ReadFolder): string {
  const { skill, language } = challenge.content
  const ofSkill = folders.filter((each) => each.challenge.content.skill === skill)
  const answers = ofSkill.reduce((sum, { calibration }) => sum + calibration.content.length, 0)
  return answers < fewestOfSkill ? `all challenges (${language})` : `${skill} (${language})`
}
