import type { CriterionState } from './estimate.ts'

/** Competencies that are part of two skills, so that a badge in one can prove them in the other. */
export const sharedCompetencies: ReadonlySet<string> = new Set([
  'learn-from-what-happened',
  'weigh-other-views',
  'listen-to-understand',
])

/**
 * The criterion that a proof in another skill could close: a shared one that alone keeps the round
 * from a badge, because more evidence is needed. A `not-yet` is never closed.
 */
export function closableBySharedProof(
  criteria: readonly string[],
  states: readonly CriterionState[],
): string | undefined {
  const open = criteria.filter((_, at) => states[at] !== 'proficient')
  const [only] = open
  const isAlone = open.length === 1 && states.includes('needs-more')
  return isAlone && only && sharedCompetencies.has(only) ? only : undefined
}
