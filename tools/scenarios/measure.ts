import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { checkScenarios } from './check.ts'
import type { PastBound } from './measure/measured.ts'
import { idleAnswers, measuresOf, unanswered } from './measure/measures.ts'
import { measuresPage } from './measure/measures-page.ts'
import { readMeasured } from './measure/read-measured.ts'

/**
 * Prints the measures of all English challenges below `root` and writes them to measures.md in
 * `notes`, the folder with the challenges' pages. Returns the exit code: 1 if a challenge is
 * refused, if a figure is past its bound without a reason in `answered`, or if such a reason has no
 * figure.
 */
export function measureScenarios(root: string, notes: string): number {
  const measured = readMeasured(root, notes)
  if (!measured) {
    checkScenarios(root, [])
    return 1
  }
  const measures = measuresOf(measured)
  const page = measuresPage(measures)
  writeFileSync(join(notes, 'measures.md'), page)
  process.stdout.write(page)

  const open = unanswered(measures)
  const idle = idleAnswers(measured, measures)
  for (const past of open) process.stderr.write(`\n${adviceOn(past)}`)
  for (const { file, line, problem, cure } of idle) {
    process.stderr.write(`\n${file}:${line}\n  ${problem}\n  ${cure}\n`)
  }
  return open.length + idle.length === 0 ? 0 : 1
}

function adviceOn({ name, problem, cure, folders }: PastBound): string {
  const files = folders.map(({ challenge }) => challenge.file).join(' or ')
  return `Past its bound: ${problem}
  ${cure}
  If it has a good reason, write it in ${files}:
  answered: [{ at: "measures.md ${name}", because: "..." }]
`
}
