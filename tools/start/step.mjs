import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

import { quiet, refuse } from './environment.mjs'

/** Prints `line` and runs `work`, if the content of `sources` has changed since the last time. */
export function step(mark, sources, line, work) {
  const list = ['ls-files', '-co', '--exclude-standard', '-z', '--', ...sources]
  const { status, stdout } = spawnSync('git', list, { encoding: 'utf8', maxBuffer: 1 << 26 })
  if (status !== 0) refuse('Mettle needs git, and a copy made with it. Run: git clone <address>')
  const hash = createHash('sha256')
  // Includes files that are not committed: a new migration counts before it is added.
  for (const file of new Set(stdout.split('\0').filter(existsSync))) {
    hash.update(file).update(readFileSync(file))
  }
  const now = hash.digest('hex')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === now) return
  console.log(line)
  work()
  writeFileSync(mark, now)
}

/** Runs a program to its end. If the program fails, calls `failed` for cleanup and exits. */
export function run(command, args, { output = 'inherit', failed } = {}) {
  const stdio = ['ignore', output, 'inherit']
  const { status } = spawnSync(command, args, { stdio, env: { ...process.env, ...quiet, CI: '1' } })
  if (status === 0) return
  failed?.()
  refuse(`${command} ${args.slice(0, 3).join(' ')} … failed. Its message is above.`)
}
