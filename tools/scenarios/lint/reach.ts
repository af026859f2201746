import type { ReadFolder } from '../source/challenge-folder.ts'
import type { Exploration } from '../walk/explore-story.ts'
import type { Finding } from '../source/finding.ts'

const longestState = 4_000

/**
 * Checks that no path breaks off or grows past a limit, and that every passage, choice and prompt
 * is reached.
 */
export function lintReach(folder: ReadFolder, exploration: Exploration): Finding[] {
  const findings = [...failureFindings(folder, exploration), ...unreached(folder, exploration)]
  if (exploration.largestState <= longestState) return findings
  const problem = `ink's state has ${exploration.largestState} characters, at most ${longestState} allowed.`
  const cure = 'Store less: use fewer variables, and fewer tunnels inside each other.'
  return [...findings, { file: folder.ink.file, line: 1, problem, cure }]
}

function failureFindings(folder: ReadFolder, { failures, mostStates }: Exploration): Finding[] {
  const words = {
    steps: 'One turn takes more than 2,000 steps. It may never end.',
    letters: 'One turn says more than 8,000 characters.',
    states: `The story can be in more than ${mostStates} states.`,
    broken: 'The story stops before -> END or a choice.',
  }
  return failures.slice(0, 5).map(({ path, reason, said }) => ({
    file: folder.ink.file,
    line: lineInMessage(said) ?? lineOfTurn(folder, path.at(-1)),
    problem: `${words[reason]}${path.length > 0 ? ` After: ${path.join(', ')}.` : ''}`,
    cure:
      reason === 'states'
        ? 'Keep fewer variables, and merge paths that no longer differ.'
        : 'Follow the story from this turn and lead it to -> END or a choice.',
  }))
}

function unreached({ ink }: ReadFolder, { places }: Exploration): Finding[] {
  const passages = new Set(places.map(({ screen }) => screen.passageId))
  const choices = new Set(places.flatMap(({ screen }) => screen.choices.map(({ id }) => id)))
  const prompts = new Set(places.map(({ screen }) => screen.promptId))
  const met = (name: string, value: string) =>
    name === 'passage'
      ? passages.has(value)
      : name === 'choice'
        ? choices.has(value)
        : name !== 'response' || prompts.has(value)
  return ink.tags
    .filter(({ name, value }) => !met(name, value))
    .map(({ name, value, line }) => ({
      file: ink.file,
      line,
      problem: `The ${name === 'response' ? 'prompt' : name} ${value} is never reached.`,
      cure: 'Lead a path to it, or remove it.',
    }))
}

function lineOfTurn({ ink }: ReadFolder, id: string | undefined): number {
  const names = ['choice', 'answered']
  return ink.tags.find(({ name, value }) => names.includes(name) && value === id)?.line ?? 1
}

/**
 * The line that ink's message names, if any. Compiled JSON has no line numbers, so the messages of
 * a story that was read from it name none.
 */
function lineInMessage(said: string): number | undefined {
  const line = /line (\d+)/.exec(said)?.[1]
  return line === undefined ? undefined : Number(line)
}
