import * as v from 'valibot'

/** How many of the last rounds are kept, and how many a median needs. */
export const roundsKept = 30
const leastRounds = 10

const Hours = v.array(v.number())

/** How long people waited for their result in the last rounds of a challenge. */
export interface Wait {
  medianHours: number
  rounds: number
  /** Whose rounds these are. */
  of: 'programme' | 'everyone'
}

/**
 * The median wait of the student's programme, or else of all programmes; null if both have too few
 * rounds. The arguments are JSON lists of hours.
 */
export function waitOf(programme: string | null, everyone: string | null): Wait | null {
  return waitIn(programme, 'programme') ?? waitIn(everyone, 'everyone')
}

function waitIn(stored: string | null, of: Wait['of']): Wait | null {
  const hours = v.parse(Hours, JSON.parse(stored ?? '[]')).toSorted((one, other) => one - other)
  if (hours.length < leastRounds) return null
  const [low = 0, high = 0] = [
    hours[Math.floor((hours.length - 1) / 2)],
    hours[Math.floor(hours.length / 2)],
  ]
  return { medianHours: Math.round((low + high) / 2), rounds: hours.length, of }
}
