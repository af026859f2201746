import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

import type { ChallengeFolder } from './source/challenge-folder.ts'
import { compileStory } from './compile-story.ts'

/** Every challenge below `root`, or only the named folders. */
export function readFolders(root: string, named: readonly string[] = []): ChallengeFolder[] {
  const found = globSync(join(root, '*/*/challenge.yaml')).map(dirname).toSorted()
  const wanted = named.map((path) => join(dirname(path), basename(path)))
  return (wanted.length > 0 ? wanted : found).map(readFolder)
}

function readFolder(path: string): ChallengeFolder {
  const skillFolder = dirname(path)
  const language = /\.(\w+)$/.exec(basename(path))?.[1]
  const rubricName = `${basename(skillFolder)}${language ? `.${language}` : ''}.yaml`
  const ink = readSource(join(path, 'scenario.ink'))
  return {
    path,
    challenge: readSource(join(path, 'challenge.yaml')),
    ink,
    key: readSource(join(path, 'key.yaml')),
    calibration: readSource(join(path, 'calibration.yaml')),
    rubric: readSource(join(dirname(skillFolder), 'rubrics', rubricName)),
    compiled: compileStory(ink.text),
  }
}

/**
 * A file that is missing reads as empty, and is refused for what it lacks. Removes a byte order
 * mark and the line ends of Windows, which some editors add.
 */
function readSource(file: string) {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  return { file, text: text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n') }
}
