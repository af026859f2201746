import type { ReadFolder } from '../source/challenge-folder.ts'
import type { Finding } from '../source/finding.ts'

/** Begins the `at` of an entry for a figure that `measure` found past its bound. */
const measures = 'measures.md '

/**
 * Takes away the warnings that challenge.yaml answers. `at` is the file and, where one file has
 * several, words of the warning: `scenario.ink`, or `rubrics/empathy.yaml 3b`. An entry that
 * answers nothing is refused. Entries for measures.md are left to `measure`.
 */
export function answered(folder: ReadFolder, findings: readonly Finding[]): Finding[] {
  const answers = folder.challenge.content.answered ?? []
  const left = findings.filter((finding) => !answers.some(({ at }) => isAnsweredBy(finding, at)))
  const idle = idleEntries(
    folder,
    (at) => at.startsWith(measures) || findings.some((finding) => isAnsweredBy(finding, at)),
  )
  return [...left, ...idle]
}

function isAnsweredBy({ file, problem, warning }: Finding, at: string): boolean {
  const [name = '', ...words] = at.split(' ')
  return warning === true && file.endsWith(name) && problem.includes(words.join(' '))
}

/**
 * Why the figure with this name may stay past its bound, as one of the challenges says in an entry
 * at `measures.md <name>`; undefined if none does.
 */
export function answerToMeasure(folders: readonly ReadFolder[], name: string): string | undefined {
  return folders
    .flatMap(({ challenge }) => challenge.content.answered ?? [])
    .find(({ at }) => at === `${measures}${name}`)?.because
}

/** Refuses entries for measures.md that name no figure past its bound. */
export function idleMeasureAnswers(folder: ReadFolder, past: readonly string[]): Finding[] {
  return idleEntries(
    folder,
    (at) => !at.startsWith(measures) || past.includes(at.slice(measures.length)),
  )
}

function idleEntries({ challenge }: ReadFolder, isUsed: (at: string) => boolean): Finding[] {
  return (challenge.content.answered ?? []).flatMap(({ at }, index) =>
    isUsed(at)
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
}
