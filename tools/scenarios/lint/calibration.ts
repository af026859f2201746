import { levels } from '../../../worker/skills/rubric.ts'
import type { ReadFolder } from '../source/challenge-folder.ts'
import type { CalibrationItem } from '../../../worker/scenarios/challenge/challenge.ts'
import type { Exploration } from '../walk/explore-story.ts'
import type { Finding } from '../source/finding.ts'
import { lintCalibrationItem } from './calibration-item.ts'
import { wordsOf } from '../walk/reading-age.ts'

const fewestHidden = 4
const fewestPractice = 2
const fewestMixed = 3
const longestToShortest = 1.15

/**
 * Checks the example answers as a set: enough of them, every level of every criterion, similar
 * lengths.
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
      refuse(at, `${id} stands here a second time.`, 'Every id once.')
    }
  }
  if (hidden.length < fewestHidden) {
    refuse(-1, `${hidden.length} hidden answers.`, `Add to ${fewestHidden} at least.`)
  }
  if (practice.length < fewestPractice) {
    refuse(-1, `${practice.length} practice answers.`, `Add to ${fewestPractice} at least.`)
  } else if (!practice.some(isMostlyLow) || !practice.some(isMostlyHigh)) {
    const cure = 'One answer mostly at 1 or 2, one mostly at 3 or 4.'
    refuse(
      items.findIndex(({ use }) => use === 'practice'),
      'The practice answers are alike.',
      cure,
    )
  }
  for (const competency of challenge.content.competencies) {
    for (const level of levels) {
      if (hidden.some((item) => item.levels[competency] === level)) continue
      const problem = `No hidden answer has ${competency} at level ${level}.`
      refuse(-1, problem, 'Over the hidden answers each criterion has each level.')
    }
  }
  const mixed = hidden.filter((item) => new Set(Object.values(item.levels)).size > 1)
  if (mixed.length < fewestMixed) {
    const cure = 'Or readers learn to give one mark for all four.'
    refuse(-1, `${mixed.length} hidden answers mix levels, ${fewestMixed} is the least.`, cure)
  }

  const lengths = items.map(({ answers }) => Object.values(answers).flatMap(wordsOf).length)
  const [least, most] = [Math.min(...lengths), Math.max(...lengths)]
  if (most > longestToShortest * least) {
    const problem = `The longest answer has ${most} words, the shortest ${least}.`
    refuse(lengths.indexOf(most), problem, 'Keep them alike, so that length tells nothing.')
  }
  return findings
}

const isMostlyLow = ({ levels: given }: CalibrationItem) =>
  Object.values(given).filter((level) => level <= 2).length >= 3
const isMostlyHigh = ({ levels: given }: CalibrationItem) =>
  Object.values(given).filter((level) => level >= 3).length >= 3
