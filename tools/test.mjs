// `npm test`: everything, with real parts. Prints what each runner counted and the sum at the end.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'

import { needChromium } from './find-chromium.mjs'
import { makeKeys } from './start/keys.mjs'
import { build, install } from './start/prepare.mjs'

install()
const chromium = needChromium()
const env = { CHROMIUM_PATH: chromium, FORCE_COLOR: '0', CI: process.env.CI ?? '' }
const reports = 'test-results'
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

build()
// Both instances of the journeys read them, and neither should find half a file.
makeKeys()

const total = { passed: 0, failed: 0, skipped: 0 }
const add = (name, counted) => {
  console.log(
    `${name}: ${counted.passed} passed, ${counted.failed} failed, ${counted.skipped} skipped`,
  )
  for (const key of Object.keys(total)) total[key] += counted[key]
}

console.log('Rules, rooms, components, foreign verifiers and the house…')
await runner('vitest', [
  'run',
  '--reporter=dot',
  '--reporter=json',
  `--outputFile.json=${reports}/vitest.json`,
])
add('vitest', vitestCounts())

if (!process.env.DEEP && existsSync('playwright.config.ts')) {
  console.log('Journeys in Chromium…')
  await runner('playwright', ['test'])
  add('playwright', playwrightCounts())
}

console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0)

function runner(command, args) {
  return new Promise((resolve) => {
    const child = spawn(`node_modules/.bin/${command}`, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        ...env,
        PATH: `${process.cwd()}/node_modules/.bin:${process.env.PATH}`,
      },
    })
    child.on('exit', resolve)
  })
}

/** A runner that broke before it could report counts as one failure. */
function report(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}

function vitestCounts() {
  const read = report(`${reports}/vitest.json`)
  if (!read) return { passed: 0, failed: 1, skipped: 0 }
  const broken = read.testResults.filter(
    (file) =>
      file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  )
  return {
    passed: read.numPassedTests,
    failed:
      read.numFailedTests +
      broken.length +
      (read.success || read.numFailedTests + broken.length > 0 ? 0 : 1),
    skipped: read.numPendingTests + read.numTodoTests,
  }
}

function playwrightCounts() {
  const read = report(`${reports}/playwright.json`)
  if (!read) return { passed: 0, failed: 1, skipped: 0 }
  const { expected, unexpected, skipped, flaky } = read.stats
  return {
    passed: expected,
    failed: unexpected + flaky + (read.errors.length > 0 && unexpected === 0 ? 1 : 0),
    skipped,
  }
}
