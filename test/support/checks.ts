import { existsSync, readFileSync } from 'node:fs'

/** A number or an order somebody else worked out, kept outside the repository. */
export interface Check<Input, Expected> {
  name: string
  input: Input
  expected: Expected
  tolerance: number
}

interface Stored extends Check<unknown, unknown> {
  measure: string
  scope: string
}

/**
 * The `core` cases of one measure in `../shared/checks/<file>.json`. Where the file is absent
 * `present` is false, and the test says so: a run without the cases must not look like one that
 * passed them.
 */
export function coreChecks<Input, Expected>(file: string, measure: string) {
  const path = `../shared/checks/${file}.json`
  if (!existsSync(path)) return { present: false, cases: [] as Check<Input, Expected>[], path }
  const { cases } = JSON.parse(readFileSync(path, 'utf8')) as { cases: Stored[] }
  const core = cases.filter((each) => each.measure === measure && each.scope === 'core')
  return { present: true, cases: core as Check<Input, Expected>[], path }
}
