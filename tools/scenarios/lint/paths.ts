import type { ReadFolder } from '../source/challenge-folder.ts'
import type { Exploration } from '../walk/explore-story.ts'
import type { Finding } from '../source/finding.ts'
import { medianMinutes } from '../walk/outline-story.ts'
import { isDecision, readPaths, type StoryPaths } from '../walk/story-paths.ts'

const mostTurns = 14
const fewestDecisions = 3
const fewestPrompts = 2
/** How far the stated minutes may be from those of the formula, as a share of the formula's. */
export const minutesTolerance = 0.25

/**
 * Checks every path through the story: it ends, has at most 14 turns and at least three decisions
 * and two prompts, and asks for each competency. Also checks the minutes that challenge.yaml
 * states.
 */
export function lintPaths(folder: ReadFolder, exploration: Exploration): Finding[] {
  const paths = readPaths(exploration)
  if (paths.circle) {
    const { passageId } = paths.circle.screen
    const problem = `The story can go from ${passageId} back to ${passageId} without end.`
    const cure = 'Lead every path to -> END. Give a second visit its own passage.'
    const line = folder.ink.tags.find(({ value }) => value === passageId)?.line ?? 1
    return [{ file: folder.ink.file, line, problem, cure }]
  }
  if (exploration.failures.length > 0) return []
  return [...lengthFindings(folder, paths), ...coverageFindings(folder, paths)]
}

function lengthFindings({ ink, challenge }: ReadFolder, paths: StoryPaths): Finding[] {
  const findings: Finding[] = []
  const refuse = (problem: string, cure: string) =>
    void findings.push({ file: ink.file, line: 1, problem, cure })
  const [turns] = paths.range(({ screen }) => (screen.ended ? 0 : 1))
  const [decisions] = paths.range((place) => (isDecision(place) ? 1 : 0))
  const [prompts] = paths.range(({ screen }) => (screen.promptId === undefined ? 0 : 1))
  const expected = medianMinutes(paths, challenge.content.prompts)
  if (!turns || !decisions || !prompts || expected === undefined) {
    refuse('No path through the story ends.', 'Lead every path to -> END.')
    return findings
  }
  if (turns.most > mostTurns) {
    refuse(
      `One path takes ${turns.most} turns, at most ${mostTurns} allowed.`,
      'Join or remove turns.',
    )
  }
  if (decisions.least < fewestDecisions) {
    const problem = `Decisions on one path: ${decisions.least}, at least ${fewestDecisions} needed.`
    refuse(problem, 'Give every path three decisions of two to four choices.')
  }
  if (prompts.least < fewestPrompts) {
    const problem = `Written answers on one path: ${prompts.least}, at least ${fewestPrompts} needed.`
    refuse(problem, 'Ask for two written answers on every path.')
  }
  const stated = challenge.content.minutes
  if (Math.abs(stated - expected) > minutesTolerance * expected) {
    findings.push({
      file: challenge.file,
      line: challenge.lineOf(['minutes']),
      problem: `It says ${stated} minutes, but words and prompts take about ${expected.toFixed(0)}.`,
      cure: `Write ${expected.toFixed(0)}, or change the length of the story.`,
    })
  }
  return findings
}

function coverageFindings({ challenge }: ReadFolder, { wayWhere }: StoryPaths): Finding[] {
  const { competencies, prompts } = challenge.content
  return competencies.flatMap((competency) => {
    const way = wayWhere(
      ({ screen: { promptId = '' } }) => !prompts[promptId]?.evidences.includes(competency),
    )
    if (!way) return []
    return {
      file: challenge.file,
      line: challenge.lineOf(['prompts']),
      problem: `Nothing asks for ${competency} on the path ${way.join(', ')}.`,
      cure: `Add ${competency} to the evidences of a prompt on that path.`,
    }
  })
}
