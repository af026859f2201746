// Runs in a copy of the tree: one vitest that stays up, so it starts once for all bugs of its
// projects.
import { relative, resolve } from 'node:path'

import { createVitest, type TestCase } from 'vitest/node'

import type { Asked, Mended, Outcome } from './runner.ts'

let stopsAtFirst = false
const vitest = await createVitest('test', {
  project: process.argv.slice(2),
  watch: false,
  silent: true,
  reporters: [{ onTestCaseResult: stopIfFailed }],
})
await vitest.standalone()

process.on('message', (asked: Asked | Mended) => {
  if ('mended' in asked) return vitest.invalidateFile(resolve(asked.mended))
  void run(asked).then((outcome) => process.send?.(outcome))
})
// The parent process has ended.
process.on('disconnect', () => process.exit(1))
process.send?.('ready')

async function run({ tests, changed }: Asked): Promise<Outcome> {
  if (changed) vitest.invalidateFile(resolve(changed))
  stopsAtFirst = changed !== undefined
  const specifications = await vitest.globTestSpecifications([...tests])
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications)
  // Vitest also returns the modules of earlier runs, with their old results.
  const asked = new Set(specifications.map(({ moduleId }) => moduleId))
  const modules = testModules.filter(({ moduleId }) => asked.has(moduleId))
  const all = modules.flatMap((module) => [...module.children.allTests()])
  const inState = (state: string) => all.filter((test) => test.result().state === state).length
  const failedFiles = modules
    .filter((module) => module.state() === 'failed')
    .map(({ moduleId }) => relative(process.cwd(), moduleId))
  return {
    passed: inState('passed'),
    failed: inState('failed'),
    // For example, a page that navigates away ends its tests without a failed one.
    failedFiles:
      unhandledErrors.length > 0 ? [...failedFiles, 'outside of the tests'] : failedFiles,
  }
}

/** One failed test is enough to have caught a bug. */
function stopIfFailed(test: TestCase): void {
  if (stopsAtFirst && test.result().state === 'failed') void vitest.cancelCurrentRun('test-failure')
}
