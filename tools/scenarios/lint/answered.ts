import type { ReadFolder } from '../source/challenge-folder.ts'
import type { Finding } from '../source/finding.ts'

/** An `answered` entry whose `at` begins with this is about a figure of measures.md. */
const measures = 'measures.md '

/**
 * Removes the warnings that an `answered` entry of challenge.yaml explains. `at` is the file and,
 * where a file has several warnings, words of the warning: `scenario.ink`, or `rubrics/empathy.yaml
 * 3b`. An entry that matches no warning is refused. Entries for measures.md are left to `measure`.
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
 * The reason that one of the challenges gives, in an entry at `measures.md <name>`, for a figure
 * past its bound; undefined if none does.
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
