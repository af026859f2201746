import * as v from 'valibot'

import type { Requirement } from '../requirement/requirement.ts'

export interface Step {
  id: string
  title: string
  requirement: Requirement
  /** Whole credits, 0 to 60. */
  credit: number
  /** Ids of the steps that come before. */
  after: readonly string[]
}

/** A version of a pathway as it was published. */
export interface PathwayBody {
  title: string
  steps: readonly Step[]
}

const Body = v.object({
  title: v.string(),
  steps: v.array(
    v.object({
      id: v.string(),
      title: v.string(),
      // Checked by `parseRequirement` before it was stored.
      requirement: v.custom<Requirement>((stored) => typeof stored === 'object'),
      credit: v.number(),
      after: v.array(v.string()),
    }),
  ),
})

export const readBody = (stored: string): PathwayBody => v.parse(Body, JSON.parse(stored))

/**
 * Lists each step after those that come before it, and otherwise in the given order. Leaves out the
 * steps of a cycle and those after it. Pure.
 */
export function inOrder<Placed extends { id: string; after: readonly string[] }>(
  steps: readonly Placed[],
): Placed[] {
  const placed: Placed[] = []
  const left = [...steps]
  const isPlaced = (id: string) => placed.some((step) => step.id === id)
  for (;;) {
    const index = left.findIndex(({ after }) => after.every(isPlaced))
    const [next] = index === -1 ? [] : left.splice(index, 1)
    if (!next) return placed
    placed.push(next)
  }
}
