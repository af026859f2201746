import { existsSync, mkdirSync } from 'node:fs'

import { home, node, npm, refuse } from './environment.mjs'
import { run, step } from './step.mjs'

/** What the pages are made of: when any of it changes they are built again. */
const sources = ['web', 'tools/draw-badges.ts', 'tools/badges', 'package-lock.json']

/** Installs when the lock file changed; on a fresh clone that is the first thing. */
export function install() {
  step(
    'node_modules/.installed',
    ['package-lock.json'],
    'Installing (a minute or two, once)…',
    () => run(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error']),
  )
  if (!existsSync(node)) {
    refuse('Node 24 was not installed. Run: npm rebuild --ignore-scripts=false node')
  }
}

/** Builds the pages when what they are made of changed. */
export function build() {
  step('dist/.built', sources, 'Building the pages…', () => run(npm, ['run', '--silent', 'build']))
}

/** Brings the database of this instance to the newest migration, and makes it where there is none. */
export function migrate() {
  mkdirSync(home, { recursive: true })
  const apply = ['node_modules/wrangler/bin/wrangler.js', 'd1', 'migrations', 'apply', 'mettle']
  step(`${home}/migrated`, ['migrations'], 'Preparing the database…', () =>
    run(node, [...apply, '--local', '--persist-to', home], { output: 'ignore' }),
  )
}
