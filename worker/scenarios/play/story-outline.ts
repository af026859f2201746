import * as v from 'valibot'

const Span = v.strictTuple([v.number(), v.number()])

/**
 * For each passage, the turns left and the minutes left to read and write, on the shortest and the
 * longest path. Computed when a challenge is published, because walking all paths takes seconds. A
 * page can show "about 8 minutes left" without revealing what comes.
 */
export const StoryOutline = v.record(v.string(), v.strictObject({ turns: Span, minutes: Span }))

export type StoryOutline = v.InferOutput<typeof StoryOutline>
