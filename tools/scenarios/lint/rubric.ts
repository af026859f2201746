import { levels } from '../../../worker/skills/rubric.ts'
import { competenciesOf } from '../../../worker/skills/skill.ts'
import type { ReadFolder } from '../source/challenge-folder.ts'
import type { Finding } from '../source/finding.ts'

const letters = 'abcde'

/**
 * Checks the rubric of the skill: four criteria, three to five indicators a level, ids in order.
 */
export function lintRubric({ challenge, rubric: file }: ReadFolder): Finding[] {
  const { content: rubric } = file
  const findings: Finding[] = []
  const refuse = (place: (string | number)[], problem: string, cure: string) =>
    void findings.push({ file: file.file, line: file.lineOf(place), problem, cure })

  if (rubric.skill !== challenge.content.skill) {
    const cure = `Use the rubric of ${challenge.content.skill}.`
    refuse(['skill'], `This rubric is for ${rubric.skill}.`, cure)
  }
  const judged = rubric.criteria.map(({ competency }) => competency)
  for (const missing of competenciesOf(rubric.skill).filter((id) => !judged.includes(id))) {
    refuse(['criteria'], `There is no criterion for ${missing}.`, 'Add one.')
  }
  for (const [at, criterion] of rubric.criteria.entries()) {
    const names: readonly string[] = competenciesOf(rubric.skill)
    if (!names.includes(criterion.competency) || judged.indexOf(criterion.competency) !== at) {
      const cure = `Write one criterion for each of ${names.join(', ')}.`
      refuse(['criteria', at, 'competency'], `${criterion.competency} does not belong here.`, cure)
    }
    for (const level of levels) {
      const ids = Object.keys(criterion.levels[level].indicators)
      const place = ['criteria', at, 'levels', level, 'indicators']
      if (ids.length < 3 || ids.length > 5) {
        const problem = `Level ${level} of ${criterion.competency} has ${ids.length} indicators.`
        refuse(
          place,
          problem,
          'Write three to five. A reviewer must be able to point to each in the text.',
        )
      }
      const misnamed = ids.find((id, index) => id !== `${level}${letters[index]}`)
      if (misnamed !== undefined) {
        refuse(
          [...place, misnamed],
          `The indicator ${misnamed} is out of order.`,
          'Order them a, b, c.',
        )
      }
    }
  }
  return findings
}
