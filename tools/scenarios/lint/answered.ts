import type { ReadFolder } from '../source/challenge-folder.ts'
import type { Finding } from '../source/finding.ts'

/**
 * Takes away the warnings that challenge.yaml answers. `at` is the file and, where one file has
 * several, words of the warning: `scenario.ink`, or `rubrics/empathy.yaml 3b`. An entry that
 * answers nothing is refused.
 */
export function answered({ challenge }: ReadFolder, findings: readonly Finding[]): Finding[] {
  const answers = challenge.content.answered ?? []
  const left = findings.filter((finding) => !answers.some(({ at }) => isAnsweredBy(finding, at)))
  const idle = answers.flatMap(({ at }, index) =>
    findings.some((finding) => isAnsweredBy(finding, at))
      ? []
      : [
          {
            file: challenge.file,
            line: challenge.lineOf(['answered', index]),
            problem: `Nothing is warned of at ${at}.`,
            cure: 'Remove the entry.',
          },
        ],
  )
  return [...left, ...idle]
}

function isAnsweredBy({ file, problem, warning }: Finding, at: string): boolean {
  const [name = '', ...words] = at.split(' ')
  return warning === true && file.endsWith(name) && problem.includes(words.join(' '))
}
