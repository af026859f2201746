import { minutesForReviews } from '../../scenarios/catalogue/catalogue.ts'
import { reviewsOwed } from '../../scenarios/catalogue/reviews-owed.ts'
import type { Leaf } from '../requirement/requirement.ts'

/** A challenge that can be started. */
export interface Playable {
  id: string
  title: string
  skill: string
  /** Minutes to play. */
  minutes: number
}

const reviewMinutes = minutesForReviews(reviewsOwed(1))

/** What to do for one leaf, as the page says it. */
export interface Task {
  kind: Leaf['kind']
  /** A skill, or the level that a badge must have. */
  skill: string | null
  level: 3 | 4 | null
  /** The challenge to take: the one that is asked for, or the shortest of the skill. */
  challenge: { id: string; title: string } | null
  /** What an admin must confirm. */
  title: string | null
  credit: number | null
  /**
   * About how long it takes in Mettle: to play the challenge, and the reviews owed for it. Null for
   * what is done elsewhere, or if no challenge is there.
   */
  minutes: number | null
}

/** A missing leaf as a task, with the shortest published challenge that can meet it. Pure. */
export function taskOf(leaf: Leaf, playable: readonly Playable[]): Task {
  const task = { kind: leaf.kind, skill: null, level: null, title: null, credit: null }
  const byChallenge = (found: Playable | undefined) => ({
    challenge: found ? { id: found.id, title: found.title } : null,
    minutes: found ? found.minutes + reviewMinutes : null,
  })
  const none = byChallenge(undefined)
  switch (leaf.kind) {
    case 'credential': {
      const { achievement, minimumLevel = 3 } = leaf
      const ofSkill = playable.filter(({ skill }) => skill === achievement)
      const [shortest] = ofSkill.toSorted((one, other) => one.minutes - other.minutes)
      return { ...task, skill: achievement, level: minimumLevel, ...byChallenge(shortest) }
    }
    case 'challenge':
      return { ...task, ...byChallenge(playable.find(({ id }) => id === leaf.id)) }
    case 'attested':
      return { ...task, title: leaf.title, ...none }
    case 'credit':
      return { ...task, credit: leaf.minimum, ...none }
    case 'alignment':
      return { ...task, title: leaf.id, ...none }
    case 'knowledge':
    case 'reflection':
    case 'prior-learning':
      return { ...task, skill: leaf.id, ...none }
  }
}

/**
 * Minutes of these tasks together; the same challenge is counted once. Null if none has minutes.
 */
export function minutesOf(tasks: readonly Task[]): number | null {
  const timed = tasks.filter(({ minutes }) => minutes !== null)
  const byChallenge = new Map(timed.map(({ challenge, minutes }) => [challenge?.id, minutes ?? 0]))
  if (byChallenge.size === 0) return null
  return [...byChallenge.values()].reduce((sum, minutes) => sum + minutes, 0)
}
