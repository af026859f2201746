import { resolve } from 'node:path'

import { type Finding, refuses } from './source/finding.ts'
import { lintChallenge } from './lint/challenge.ts'
import { lintSurface } from './lint/surface.ts'
import {
  type ChallengeFolder,
  readChallengeFolder,
  type ReadFolder,
} from './source/challenge-folder.ts'
import { figuresOf } from './figures.ts'
import { readFolders } from './read-folders.ts'

/** Prints the findings and cures for each challenge; returns the exit code. */
export function checkScenarios(root: string, named: readonly string[]): number {
  const folders = readFolders(root, named)
  if (folders.length === 0) {
    process.stderr.write(`There are no challenges in ${root}/.\n`)
    return 1
  }
  const readable: ReadFolder[] = []
  let refused = 0
  for (const folder of folders) {
    const { findings, publishable, read } = lintChallenge(folder)
    if (read) readable.push(read)
    if (refuses(findings)) refused++
    const figures = publishable && figuresOf(publishable.version, publishable.exploration)
    process.stdout.write(`${folder.path}\n${figures ? `  ${figures}\n` : ''}`)
    for (const finding of findings) process.stdout.write(`${wordsOf(finding)}\n`)
  }
  // Correlations are measured over all challenges, so those that were not named are read too.
  const others = named.length > 0 ? readOthers(root, folders) : []
  for (const finding of lintSurface([...readable, ...others], readable)) {
    process.stdout.write(`${wordsOf(finding)}\n`)
  }
  const verdict = refused === 0 ? 'All can be published.' : `Refused: ${refused}.`
  process.stdout.write(`\nChallenges checked: ${folders.length}. ${verdict}\n`)
  return refused === 0 ? 0 : 1
}

function readOthers(root: string, folders: readonly ChallengeFolder[]): ReadFolder[] {
  const isNamed = (path: string) => folders.some((folder) => resolve(folder.path) === resolve(path))
  return readFolders(root)
    .filter(({ path }) => !isNamed(path))
    .flatMap((folder) => {
      const read = readChallengeFolder(folder)
      return 'findings' in read ? [] : [read]
    })
}

function wordsOf({ file, line, problem, cure, warning }: Finding): string {
  return `  ${warning ? 'warning' : 'refused'} ${file}:${line}\n    ${problem}\n    ${cure}`
}
