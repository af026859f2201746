import * as v from 'valibot'

const SavedState = v.object({
  flows: v.object({
    DEFAULT_FLOW: v.object({
      callstack: v.object({ threads: v.unknown() }),
      currentChoices: v.optional(v.unknown()),
    }),
  }),
  variablesState: v.unknown(),
  visitCounts: v.unknown(),
  turnIndices: v.unknown(),
  turnIdx: v.unknown(),
})

/**
 * The position and variables of a saved story: two states with the same position continue alike.
 * Counts of visits and turns are left out unless the story reads them (`readsCounts`).
 */
export function positionOf(state: string, readsCounts: boolean): string {
  const { flows, variablesState, ...counts } = v.parse(SavedState, JSON.parse(state))
  const { callstack, currentChoices } = flows.DEFAULT_FLOW
  const position = [callstack.threads, currentChoices, variablesState]
  return JSON.stringify(readsCounts ? [position, counts] : position, withoutCounters)
}

/**
 * ink numbers threads in the order of play, so one place has different numbers on different paths.
 */
function withoutCounters(key: string, value: unknown): unknown {
  return key === 'threadIndex' || key === 'originalThreadIndex' ? undefined : value
}
