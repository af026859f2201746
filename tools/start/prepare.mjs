import { existsSync, mkdirSync } from 'node:fs'

import { home, node, npm, refuse } from './environment.mjs'
import { run, step } from './step.mjs'

/** The sources of the pages: a change in any of them builds the pages again. */
const sources = ['web', 'tools/draw-badges.ts', 'tools/badges', 'package-lock.json']

/** Installs packages if the lock file has changed, and on a fresh clone. */
export function install() {
  step(
    'node_modules/.installed',
    ['package-lock.json'],
    'Installing. The first time takes a minute or two…',
    () => run(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error']),
  )
  if (!existsSync(node)) {
    refuse('Node 24 was not installed. Run: npm rebuild --ignore-scripts=false node')
  }
}

/** Builds the pages if their sources have changed. */
export function build() {
  step('dist/.built', sources, 'Building the pages…', () => run(npm, ['run', '--silent', 'build']))
}

/** Applies the newest migrations to this instance's database, and creates it if there is none. */
export function migrate() {
  mkdirSync(home, { recursive: true })
  const apply = ['node_modules/wrangler/bin/wrangler.js', 'd1', 'migrations', 'apply', 'mettle']
  step(`${home}/migrated`, ['migrations'], 'Preparing the database…', () =>
    run(node, [...apply, '--local', '--persist-to', home], { output: 'ignore' }),
  )
}
