// `npm run check`: format, lint, types, dead code, house tests and scenarios. Needs no database. What
// has passed is checked again when one of its files has changed, or with `npm run check -- --all`.
import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { text } from 'node:stream/consumers'

import { npm } from './start/environment.mjs'
import { install } from './start/prepare.mjs'
import { hashOf, isDone, run, step } from './start/step.mjs'

install()
mkdirSync('.local/checked', { recursive: true })
// Only if they have changed: compiling them also empties the cache of the house tests.
step(
  'web/paraglide/.made',
  ['web/messages', 'web/project.inlang', 'package-lock.json'],
  'Compiling the messages…',
  () => run(npm, ['run', '--silent', 'messages']),
)

/**
 * TypeScript 7, which checks in half the time. TypeScript 6 is installed too: svelte-check and knip
 * use its API, which 7 does not have. Incremental: unchanged files are not checked again.
 */
const types = (name) => [
  'node_modules/@typescript/native/bin/tsc',
  '--noEmit',
  '--incremental',
  '--tsBuildInfoFile',
  `.local/${name}.types`,
]
const code = ['*.ts', '*.svelte', '*.mjs', '*.json', '*.css', '*.toml']
const everything = ['.']
/** The slowest first: as many run at once as there are processors, and short ones fill the gaps. */
const steps = [
  [
    'types of the pages',
    code,
    'svelte-check',
    '--tsgo --incremental --workspace web --tsconfig ./tsconfig.json --fail-on-warnings'.split(' '),
  ],
  ['types of the Worker', code, 'node', types('worker')],
  ['lint', code, 'oxlint', ['--type-aware', '--deny-warnings']],
  ['types of the tools', code, 'node', [...types('tools'), '-p', 'tools']],
  [
    'house rules',
    everything,
    'vitest',
    ['run', '--project', 'house', '--reporter=./tools/test/file-reporter.ts'],
  ],
  ['format', everything, 'oxfmt', ['--check']],
  ['dead code', code, 'knip', ['--cache', '--cache-location', '.local/knip']],
  ['scenarios', ['scenarios', ...code], 'node', ['tools/scenarios.ts', 'check']],
]

const started = performance.now()
const isAll = process.argv.includes('--all')
const failed = []
const waiting = [...steps]
await Promise.all(Array.from({ length: Math.max(1, availableParallelism()) }, work))
const seconds = ((performance.now() - started) / 1000).toFixed(0)
console.log(
  failed.length > 0 ? `\nFailed: ${failed.join(', ')}` : `\nAll checks passed in ${seconds} s.`,
)
process.exit(failed.length > 0 ? 1 : 0)

async function work() {
  for (let step = waiting.shift(); step; step = waiting.shift()) await check(step)
}

async function check([name, sources, command, args]) {
  const mark = `.local/checked/${name.replaceAll(' ', '-')}`
  if (!isAll && isDone(mark, sources)) return console.log(`ok     ${name} (no change)`)
  const began = performance.now()
  // Before the check: what changes meanwhile counts the next time.
  const now = hashOf(sources)
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PATH: `${process.cwd()}/node_modules/.bin:${process.env.PATH}` },
  })
  const exit = new Promise((resolve) => child.on('exit', resolve))
  const [out, errors, status] = await Promise.all([text(child.stdout), text(child.stderr), exit])
  const took = ((performance.now() - began) / 1000).toFixed(1)
  if (status === 0) {
    writeFileSync(mark, now)
    return console.log(`ok     ${name} (${took} s)`)
  }
  failed.push(name)
  console.log(`${out}${errors}FAILED ${name} (${took} s)`)
}
