// `npm run check`: format, lint, types, dead code and the rules of the house. Needs no database.
import { run } from './ready.mjs'
import { install } from './start/prepare.mjs'

install()
const steps = [
  ['messages', 'npm', ['run', '--silent', 'messages']],
  ['format', 'oxfmt', ['--check']],
  ['lint', 'oxlint', ['--type-aware', '--deny-warnings']],
  ['types of the Worker', 'tsc', ['--noEmit']],
  ['types of the tools', 'tsc', ['--noEmit', '-p', 'tools']],
  [
    'types of the pages',
    'svelte-check',
    ['--tsconfig', 'web/tsconfig.json', '--fail-on-warnings', '--output', 'human'],
  ],
  ['dead code', 'knip', []],
  ['scenarios', 'node', ['tools/scenarios.ts', 'check']],
  ['the house', 'vitest', ['run', '--project', 'house', '--reporter', 'dot']],
]

const failed = []
for (const [name, command, args] of steps) {
  const started = performance.now()
  const code = run(command, args)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`)
  if (code !== 0) failed.push(name)
}
if (failed.length > 0) console.error(`\nNot green: ${failed.join(', ')}`)
process.exit(failed.length > 0 ? 1 : 0)
