import * as v from 'valibot'

const Span = v.strictTuple([v.number(), v.number()])

/**
 * For each passage, what is still ahead on the shortest and the longest way from it: turns, and
 * minutes to read and write. Worked out when a challenge is published, since walking all ways takes
 * seconds; it tells a student "about 8 minutes left" and says nothing of what comes.
 */
export const StoryOutline = v.record(v.string(), v.strictObject({ turns: Span, minutes: Span }))

export type StoryOutline = v.InferOutput<typeof StoryOutline>
