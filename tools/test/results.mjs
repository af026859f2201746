import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'

/** The result of a runner that broke before it could report: one failure. */
const nothing = { passed: 0, failed: 1, skipped: 0, files: [] }

/** A runner's JSON report; undefined if it wrote none. */
function report(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}

export function vitestResult(path) {
  const read = report(path)
  if (!read) return nothing
  // A file that breaks outside its tests has no failed test, so it counts as one failure.
  const broken = read.testResults.filter(
    (file) =>
      file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  )
  const failed = read.numFailedTests + broken.length
  return {
    passed: read.numPassedTests,
    failed: failed + (read.success || failed > 0 ? 0 : 1),
    skipped: read.numPendingTests + read.numTodoTests,
    files: read.testResults.map(({ name, startTime, endTime }) => ({
      file: relative('.', name),
      seconds: (endTime - startTime) / 1000,
    })),
  }
}

export function playwrightResult(path) {
  const read = report(path)
  if (!read) return nothing
  const { expected, unexpected, skipped, flaky } = read.stats
  return {
    passed: expected,
    failed: unexpected + flaky + (read.errors.length > 0 && unexpected === 0 ? 1 : 0),
    skipped,
    files: read.suites.map((suite) => ({
      file: `test/e2e/${suite.file}`,
      seconds: secondsOf(suite),
    })),
  }
}

function secondsOf({ suites = [], specs = [] }) {
  const runs = specs.flatMap(({ tests }) => tests.flatMap(({ results }) => results))
  const own = runs.reduce((sum, { duration }) => sum + duration / 1000, 0)
  return suites.reduce((sum, suite) => sum + secondsOf(suite), own)
}

export function slowest(results, count) {
  const files = results.flatMap((result) => result.files)
  return files.toSorted((one, other) => other.seconds - one.seconds).slice(0, count)
}
