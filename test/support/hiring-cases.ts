import { existsSync, readFileSync } from 'node:fs'

import { describe, it } from 'vitest'

import type { Check } from './checks.ts'

const path = '../shared/checks/hiring.json'

/**
 * One test for each case of a measure in the hiring checks. Without the file one test says that it
 * was skipped: a run without the cases must not look like one that passed them.
 */
export function agreesWithCases<Input, Expected>(
  measure: string,
  check: (input: Input, expected: Expected) => void | Promise<void>,
): void {
  describe(`${measure} agrees with every case worked out elsewhere`, () => {
    const cases = existsSync(path) ? casesOf<Input, Expected>(measure) : []
    it.skipIf(existsSync(path))(`is skipped: there is no ${path}`, () => undefined)
    it.each(cases)('$name', ({ input, expected }) => check(input, expected))
  })
}

function casesOf<Input, Expected>(measure: string) {
  const { cases } = JSON.parse(readFileSync(path, 'utf8')) as {
    cases: (Check<Input, Expected> & { measure: string })[]
  }
  return cases.filter((each) => each.measure === measure)
}
