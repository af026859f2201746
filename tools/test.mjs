// `npm test`: all tests, in Node, in workerd with D1, and in Chromium. Prints one line for each
// file, the ten slowest, and the total.
import { mkdirSync, rmSync } from 'node:fs'

import { needChromium } from './find-chromium.mjs'
import { makeKeys } from './start/keys.mjs'
import { build, install } from './start/prepare.mjs'
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

build()
// Both instances read the keys, so they are written before either starts.
makeKeys()

// Starting an instance is mostly waiting, so both start while the first tests run.
const instances = startInstances()

say('Testing rules, the Worker and components')
// The Worker's files share one workerd, which often waits, so two halves of them run beside the rest.
// The rest is one after the other: it needs a whole core.
const rooms = [1, 2].map((half) => vitest(`rooms-${half}`, ['worker'], `--shard=${half}/2`))
const rules = await vitest('rules', ['rules', 'house', 'foreign', 'outside'])
const components = await vitest('components', ['web'])
const vitests = [rules, components, ...(await Promise.all(rooms))]
say('Testing whole journeys in Chromium')
const results = [...vitests, await journeys()]

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

async function vitest(name, projects, ...options) {
  const report = `${reports}/vitest-${name}.json`
  const chosen = projects.flatMap((project) => ['--project', project])
  await runTool('vitest', [
    'run',
    ...chosen,
    ...options,
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
