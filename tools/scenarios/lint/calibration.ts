import { levels } from '../../../worker/skills/rubric.ts'
import type { ReadFolder } from '../source/challenge-folder.ts'
import type { CalibrationItem } from '../../../worker/scenarios/challenge/challenge.ts'
import type { Exploration } from '../walk/explore-story.ts'
import type { Finding } from '../source/finding.ts'
import { lintCalibrationItem } from './calibration-item.ts'
import { wordsOf } from '../walk/reading-age.ts'
import { meanLevel } from './surface.ts'

const fewestHidden = 4
const fewestPractice = 2
const fewestMixed = 3
const longestToShortest = 1.15
const fewestBorders = 2

/**
 * Checks each example answer, and all of them as a set: enough of each use, every level of every
 * criterion, mixed levels, border cases, voices, and similar lengths.
 */
export function lintCalibration(folder: ReadFolder, { places }: Exploration): Finding[] {
  const { calibration: file, challenge } = folder
  const { content: items } = file
  const hidden = items.filter(({ use }) => use === 'hidden')
  const practice = items.filter(({ use }) => use === 'practice')
  const findings = items.flatMap((item, at) => lintCalibrationItem(folder, places, item, at))
  const refuse = (at: number, problem: string, cure: string) =>
    void findings.push({ file: file.file, line: at < 0 ? 1 : file.lineOf([at]), problem, cure })

  for (const [at, { id }] of items.entries()) {
    if (items.findIndex((item) => item.id === id) < at) {
      refuse(at, `${id} is here twice.`, 'Use every id once.')
    }
  }
  if (hidden.length < fewestHidden) {
    refuse(-1, `Hidden answers: ${hidden.length}.`, `Write at least ${fewestHidden}.`)
  }
  if (practice.length < fewestPractice) {
    refuse(-1, `Practice answers: ${practice.length}.`, `Write at least ${fewestPractice}.`)
  } else if (!practice.some(isMostlyLow) || !practice.some(isMostlyHigh)) {
    const cure = 'Write one answer mostly at level 1 or 2, and one mostly at 3 or 4.'
    refuse(
      items.findIndex(({ use }) => use === 'practice'),
      'The practice answers are too similar.',
      cure,
    )
  }
  for (const competency of challenge.content.competencies) {
    for (const level of levels) {
      if (hidden.some((item) => item.levels[competency] === level)) continue
      const problem = `No hidden answer has ${competency} at level ${level}.`
      refuse(-1, problem, 'The hidden answers must show each level of each criterion.')
    }
  }
  const mixed = hidden.filter((item) => new Set(Object.values(item.levels)).size > 1)
  if (mixed.length < fewestMixed) {
    const cure = 'If not, reviewers learn to give one level for all four criteria.'
    refuse(
      -1,
      `Hidden answers with mixed levels: ${mixed.length}, at least ${fewestMixed} needed.`,
      cure,
    )
  }

  if (items.filter(({ border }) => border && border.length > 0).length < fewestBorders) {
    const cure = 'Name the criteria on which two careful readers may differ by one level.'
    refuse(-1, `Fewer than ${fewestBorders} answers name a border.`, cure)
  }
  if (!items.some((item) => item.voice === 'polished' && meanLevel(item) < 2.5)) {
    refuse(-1, 'No polished answer is weak.', 'Write one, so that polish is not taken for skill.')
  }
  if (!items.some((item) => item.voice === 'clumsy' && meanLevel(item) > 2.5)) {
    refuse(
      -1,
      'No clumsy answer is strong.',
      'Write one, so that slips are not taken for lack of skill.',
    )
  }

  const lengths = items.map(({ answers }) => Object.values(answers).flatMap(wordsOf).length)
  const [least, most] = [Math.min(...lengths), Math.max(...lengths)]
  if (most > longestToShortest * least) {
    const problem = `The longest answer has ${most} words, and the shortest has ${least}.`
    refuse(
      lengths.indexOf(most),
      problem,
      'Make them similar in length, so that length gives nothing away.',
    )
  }
  return findings
}

const isMostlyLow = ({ levels: given }: CalibrationItem) =>
  Object.values(given).filter((level) => level <= 2).length >= 3
const isMostlyHigh = ({ levels: given }: CalibrationItem) =>
  Object.values(given).filter((level) => level >= 3).length >= 3
