import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

import { home, node, npm, refuse } from './environment.mjs'
import { run, step } from './step.mjs'

/** The sources of the pages: a change in any of them builds the pages again. */
const sources = ['web', 'worker', 'tools/draw-badges.ts', 'tools/badges', 'package-lock.json']

/** Installs packages if the lock file has changed, and on a fresh clone. */
export function install() {
  step(
    'node_modules/.installed',
    ['package-lock.json'],
    'Installing. The first time takes a minute or two…',
    () => isInstalled() || run(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error']),
  )
  if (!existsSync(node)) {
    refuse('Node 24 was not installed. Run: npm rebuild --ignore-scripts=false node')
  }
}

/** Whether `npm ci` was run by hand: npm keeps a list of what it has installed. */
function isInstalled() {
  const list = 'node_modules/.package-lock.json'
  if (!existsSync(list)) return false
  const [{ packages: here }, { packages: locked }] = [list, 'package-lock.json'].map((file) =>
    JSON.parse(readFileSync(file, 'utf8')),
  )
  const isSame = ([path, { version, integrity }]) =>
    locked[path]?.version === version && locked[path].integrity === integrity
  const isHere = ([path, { optional }]) => path === '' || path in here || optional === true
  return Object.entries(here).every(isSame) && Object.entries(locked).every(isHere)
}

/** Builds the pages if their sources have changed. */
export function build() {
  step('dist/.built', sources, 'Building the pages…', () => run(npm, ['run', '--silent', 'build']))
}

/** Bundles both Workers if their sources have changed. After `build`, which makes the messages. */
export function bundleWorkers() {
  const parts = [
    'worker',
    'web/messages',
    'web/project.inlang',
    'package.json',
    'package-lock.json',
  ]
  step(
    '.local/workers/.bundled',
    [...parts, 'tools/bundle.ts', 'tools/start'],
    'Bundling the Worker…',
    () => run(node, ['tools/start/bundle-workers.ts']),
  )
}

/** Each database with the configuration that names it. */
export const databases = [
  { name: 'mettle', config: 'wrangler.toml' },
  { name: 'mettle-vault', config: 'worker/signer/wrangler.toml' },
]

/**
 * Applies the newest migrations to this instance's databases. Creates the databases if there are
 * none.
 */
export function migrate() {
  mkdirSync(home, { recursive: true })
  step(`${home}/migrated`, ['migrations'], 'Preparing the databases…', () =>
    run(node, ['tools/migrate.ts', resolve(home)]),
  )
}
