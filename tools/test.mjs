// `npm test`: all tests, in Node, in workerd with D1, and in Chromium. Prints one line for each
// file, the ten slowest, and the total.
import { mkdirSync, rmSync } from 'node:fs'

import { needChromium } from './find-chromium.mjs'
import { makeKeys } from './start/keys.mjs'
import { build, install } from './start/prepare.mjs'
import { folderInMemory } from './test/memory-folder.mjs'
import { playwrightResult, slowest, vitestResult } from './test/results.mjs'
import { runTool, startInstances } from './test/programs.mjs'

const started = performance.now()
install()
const chromium = needChromium()
const reports = 'test-results'
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
process.env.CHROMIUM_PATH = chromium
process.env.FORCE_COLOR = '0'
process.env.CI ??= ''
process.env.TMPDIR = folderInMemory() ?? process.env.TMPDIR ?? ''

// So that what is removed at the exit is removed after Ctrl+C too.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130))

build()
// Both instances read the keys, so they are written before either starts.
makeKeys()

// One after the other: each already uses both cores, and more of them at once are slower in all.
say('Testing the Worker')
const rooms = await vitest('rooms', 'worker')
say('Testing rules and tools')
const rules = await vitest('rules', 'growth', 'rules', 'house', 'foreign', 'outside')
say('Testing components')
// Both instances start meanwhile, so that the journeys need not wait for them.
const instances = startInstances()
const components = await vitest('components', 'web')
say('Testing whole journeys in Chromium')
const results = [rooms, rules, components, await journeys()]

console.log('\nThe ten slowest files')
for (const { seconds, file } of slowest(results, 10)) {
  console.log(`${seconds.toFixed(1).padStart(7)} s  ${file}`)
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0)
console.log(`\nThe tests took ${((performance.now() - started) / 60_000).toFixed(1)} minutes.`)
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`)
process.exit(sum('failed') > 0 || sum('passed') === 0 ? 1 : 0)

async function journeys() {
  await instances.ready()
  await runTool('playwright', ['test'])
  await instances.stop()
  return playwrightResult(`${reports}/playwright.json`)
}

async function vitest(name, ...projects) {
  const report = `${reports}/vitest-${name}.json`
  const chosen = projects.flatMap((project) => ['--project', project])
  await runTool('vitest', [
    'run',
    ...chosen,
    '--reporter=./tools/test/file-reporter.ts',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  return vitestResult(report)
}

function say(title) {
  const minutes = ((performance.now() - started) / 60_000).toFixed(1)
  console.log(`\n${title} (after ${minutes} min)`)
}
