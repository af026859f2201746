import type { CalibrationItem } from '../../../worker/scenarios/challenge/challenge.ts'
import { levels, proposedLevel, signsAt } from '../../../worker/skills/rubric.ts'
import type { ReadFolder } from '../source/challenge-folder.ts'
import type { Finding } from '../source/finding.ts'

/**
 * Checks an example answer's slips, voice and ticks. Ticks must name indicators of the rubric, and
 * `proposedLevel` must give the answer's levels for them.
 */
export function lintTicks(
  { calibration: file, rubric }: ReadFolder,
  { id, ticks, levels: given, slips, voice }: CalibrationItem,
  at: number,
): Finding[] {
  const findings: Finding[] = []
  const refuse = (place: (string | number)[], problem: string, cure: string) =>
    void findings.push({ file: file.file, line: file.lineOf([at, ...place]), problem, cure })

  if (slips === undefined) refuse([], `${id} has no slips.`, 'Count its slips, or write 0.')
  if (voice === undefined) refuse([], `${id} has no voice.`, 'Write polished, plain or clumsy.')
  for (const criterion of rubric.content.criteria) {
    const { competency } = criterion
    const ticked = ticks?.[competency]
    if (ticked === undefined) {
      refuse(['ticks'], `${competency} has no ticks.`, 'List the indicators seen, or [].')
      continue
    }
    const known = levels.flatMap((level) => signsAt(criterion, level).map((sign) => sign.id))
    const unknown = ticked.find((tick) => !known.includes(tick))
    const level = proposedLevel(criterion, ticked)
    if (unknown !== undefined) {
      const cure = `Use ${known.join(', ')}.`
      refuse(['ticks', competency], `${competency} has no indicator ${unknown}.`, cure)
    } else if (given[competency] !== undefined && level !== given[competency]) {
      const problem = `The ticks of ${competency} give level ${level}, not ${given[competency]}.`
      refuse(['ticks', competency], problem, 'Change the answer, the ticks or the level.')
    }
  }
  return findings
}
