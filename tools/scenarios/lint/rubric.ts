import { type RubricCriterion, signsAt } from '../../../worker/skills/rubric.ts'
import { competenciesOf } from '../../../worker/skills/skill.ts'
import type { ReadFolder } from '../source/challenge-folder.ts'
import type { Finding } from '../source/finding.ts'

const letters = 'abcd'
const fewestSigns = 3
const mostSigns = 4

/**
 * A sign that begins with one of these words, or has it second, may describe a lack and not an act.
 */
const saysLack = /^(?:\w+ )?(?:no|not|without|only|nothing)\b/i

/**
 * Checks the rubric of the skill: four criteria, limits at level 1, three or four positive acts at
 * each level above, ids in order.
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
    findings.push(...lintCriterion(file, criterion, at))
  }
  return findings
}

function lintCriterion(
  file: ReadFolder['rubric'],
  criterion: RubricCriterion,
  at: number,
): Finding[] {
  const { competency } = criterion
  const findings: Finding[] = []
  const note = (place: (string | number)[], problem: string, cure: string, warning?: true) => {
    const line = file.lineOf(['criteria', at, 'levels', ...place])
    findings.push({ file: file.file, line, problem, cure, ...(warning ? { warning } : {}) })
  }
  if (criterion.levels[1].indicators) {
    const problem = `Level 1 of ${competency} has indicators.`
    note([1, 'indicators'], problem, 'Write limits: at level 1 there is nothing to tick.')
  }
  if (!criterion.levels[1].limits) {
    note([1], `Level 1 of ${competency} has no limits.`, 'Say what holds such an answer back.')
  }
  for (const level of [2, 3, 4] as const) {
    const signs = signsAt(criterion, level)
    if (signs.length < fewestSigns || signs.length > mostSigns) {
      const problem = `Level ${level} of ${competency} has ${signs.length} indicators.`
      const cure = `Write ${fewestSigns} or ${mostSigns}. A reviewer must be able to point to each in the text.`
      note([level, 'indicators'], problem, cure)
    }
    // In the order of the file, as its reader sees it: `signsAt` sorts by id.
    const misnamed = Object.keys(criterion.levels[level].indicators ?? {}).find(
      (id, index) => id !== `${level}${letters[index]}`,
    )
    if (misnamed !== undefined) {
      const problem = `The indicator ${misnamed} is out of order.`
      note([level, 'indicators', misnamed], problem, 'Order them a, b, c.')
    }
    for (const { id, words } of signs.filter((sign) => saysLack.test(sign.words))) {
      const problem = `${id} of ${competency} may say what is missing: "${words}".`
      const cure = 'Write an act that one can see, and put what is missing under limits.'
      note([level, 'indicators', id], problem, cure, true)
    }
  }
  return findings
}
