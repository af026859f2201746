import { existsSync, readFileSync } from 'node:fs'

import { describe, it } from 'vitest'

interface Case {
  measure: string
  /** `core` or undefined: what the product computes. Cases of other scopes are not run. */
  scope?: string
  name: string
  input: unknown
  expected: unknown
  tolerance: number | null
}

/** `test/vectors/README.md` says who computed these. */
const own = ['test/vectors/by-hand.json', 'test/vectors/computed.json']
/** Further files of the same form, which may exist beside the repository. */
const shared = ['hiring', 'assessment', 'recommender'].map(
  (name) => `../shared/checks/${name}.json`,
)

const read = new Map<string, Case[]>()

/**
 * One test for each case of a measure, named by its file, so that a run without the shared files
 * can be recognized. Throws if the repository has no case of its own.
 */
export function agreesWithCases<Input, Expected>(
  measure: string,
  check: (input: Input, expected: Expected, tolerance: number) => void | Promise<void>,
): void {
  if (own.every((file) => casesIn(file, measure).length === 0)) {
    throw new Error(`test/vectors has no case of ${measure}.`)
  }
  for (const file of [...own, ...shared]) {
    const cases = casesIn(file, measure)
    if (cases.length === 0) continue
    describe(`${measure} agrees with every case of ${file}`, () => {
      it.each(cases)('$name', ({ input, expected, tolerance }) =>
        check(input as Input, expected as Expected, tolerance ?? 0),
      )
    })
  }
}

function casesIn(file: string, measure: string): Case[] {
  if (!existsSync(file)) return []
  const cases =
    read.get(file) ?? (JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[] }).cases
  read.set(file, cases)
  return cases.filter((each) => each.measure === measure && (each.scope ?? 'core') === 'core')
}
