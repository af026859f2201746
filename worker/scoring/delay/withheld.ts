import type { Delay } from './result-delay.ts'

interface Full {
  comments: readonly unknown[]
  criteria: readonly unknown[]
  choices: readonly unknown[]
  nextStep: unknown
  revision: { until: string | null; criteria: string[]; questions: number }
}

/**
 * A decided result as its author may read it: while it is delayed, without comments, levels,
 * indicators and what follows from them, such as which criteria are open.
 */
export function withheld<View extends Full>(
  view: View,
  delay: Delay | null,
): View & { delay: Delay | null } {
  if (!delay) return { ...view, delay }
  return {
    ...view,
    delay,
    comments: [],
    criteria: [],
    choices: [],
    nextStep: null,
    revision: { until: null, criteria: [], questions: 0 },
  }
}
