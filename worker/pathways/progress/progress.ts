import { type Step, inOrder } from '../pathway/pathway-body.ts'
import { type Facts, evaluate } from '../requirement/evaluate.ts'
import type { Leaf } from '../requirement/requirement.ts'

export interface StepProgress {
  step: Step
  /** `later`: a step that comes before it is not finished. */
  state: 'done' | 'next' | 'later'
  /** It was finished, and what finished it was revoked or taken back. */
  reopened: boolean
  /** What is still to do, by the shortest way. */
  missing: readonly Leaf[]
}

export interface Progress {
  /** Each step is listed after those that come before it. */
  steps: StepProgress[]
  /** Credit of the finished steps. */
  credit: number
}

/**
 * How far a person is on a pathway. Its requirement alone finishes a step: somebody who has met it
 * already does not wait for the steps before. Their order says what is next. Pure.
 */
export function progressOf(
  steps: readonly Step[],
  { now, before }: { now: Facts; before: Facts },
): Progress {
  const done = finished(steps, now)
  const wasDone = finished(steps, before)
  const stateOf = ({ id, after }: Step) => {
    if (done.ids.has(id)) return 'done'
    return after.every((one) => done.ids.has(one)) ? 'next' : 'later'
  }
  return {
    steps: inOrder(steps).map((step) => ({
      step,
      state: stateOf(step),
      reopened: wasDone.ids.has(step.id) && !done.ids.has(step.id),
      missing: evaluate(step.requirement, { ...now, credit: done.credit }).missing,
    })),
    credit: done.credit,
  }
}

/** Credit of finished steps can finish others, so this looks again until nothing changes. */
function finished(steps: readonly Step[], facts: Facts) {
  let credit = 0
  for (;;) {
    const met = steps.filter((step) => evaluate(step.requirement, { ...facts, credit }).met)
    const reached = met.reduce((sum, step) => sum + step.credit, 0)
    if (reached === credit) return { ids: new Set(met.map(({ id }) => id)), credit }
    credit = reached
  }
}
