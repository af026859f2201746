import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

import { quiet, refuse } from './environment.mjs'
import { alone } from './lock.mjs'

/**
 * Prints `line` and runs `work`, if the content of `sources` has changed since the last time. Two
 * commands at once do it one after the other, and the second then finds it done.
 */
export function step(mark, sources, line, work) {
  if (isDone(mark, sources)) return
  alone(mark, () => {
    if (isDone(mark, sources)) return
    console.log(line)
    // Before the work: what changes meanwhile counts the next time.
    const now = hashOf(sources)
    work()
    writeFileSync(mark, now)
  })
}

/** Whether the file `mark` holds the hash of what is in `sources` now. */
export const isDone = (mark, sources) =>
  existsSync(mark) && readFileSync(mark, 'utf8') === hashOf(sources)

/** A hash of the names and contents of files; `sources` are names, folders or patterns, as git reads them. */
export function hashOf(sources) {
  const list = ['ls-files', '-co', '--exclude-standard', '-z', '--', ...sources]
  const { status, stdout } = spawnSync('git', list, { encoding: 'utf8', maxBuffer: 1 << 26 })
  if (status !== 0) refuse('Mettle needs git, and a copy made with it. Run: git clone <address>')
  const hash = createHash('sha256')
  // Includes files that are not committed: a new migration counts before it is added.
  // Sorted, because git lists those last that are not added yet.
  for (const file of [...new Set(stdout.split('\0').filter(existsSync))].toSorted()) {
    hash.update(file).update(readFileSync(file))
  }
  return hash.digest('hex')
}

/** Runs a program to its end. If the program fails, calls `failed` for cleanup and exits. */
export function run(command, args, { output = 'inherit', failed } = {}) {
  const stdio = ['ignore', output, 'inherit']
  const { status } = spawnSync(command, args, { stdio, env: { ...process.env, ...quiet, CI: '1' } })
  if (status === 0) return
  failed?.()
  refuse(`${command} ${args.slice(0, 3).join(' ')} … failed. Its message is above.`)
}
