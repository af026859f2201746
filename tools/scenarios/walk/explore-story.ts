import {
  BoundedStory,
  type CompiledInk,
  StoryStopped,
} from '../../../worker/scenarios/play/bounded-story.ts'
import { type Screen, screenOf, valueOf } from '../../../worker/scenarios/play/screen.ts'
import { positionOf } from './story-position.ts'
import type { Turn } from '../../../worker/scenarios/play/story.ts'

/** One place in the story: a screen with everything that the story remembers there. */
export interface Place {
  screen: Screen
  /** Tags of each line from ink, for the rules about where tags may be. */
  lineTags: string[][]
  /** What ink offers, even if its tags are wrong. */
  offered: { text: string; tags: string[] }[]
  /** In the order of `offered`, without turns that failed. */
  next: { turn: Turn; to: number }[]
  /** The turns of the first path found to this place. */
  path: string[]
}

export interface Exploration {
  /** The limit on states. */
  mostStates: number
  /** The first one is the opening. */
  places: Place[]
  /**
   * The number of distinct positions with their variables. Visit counts and turn numbers make a
   * difference only if the story reads them.
   */
  states: number
  /** The length of ink's longest state in characters; it is stored with every turn. */
  largestState: number
  /** Why the walk stopped, and after which turns. */
  failures: { path: string[]; reason: 'steps' | 'letters' | 'states' | 'broken'; said: string }[]
}

export const mostStates = 20_000

/**
 * Plays every choice at every place of the story once, up to `most` states. Pure: no clock, no
 * randomness.
 */
export function exploreStory(compiled: CompiledInk, most = mostStates): Exploration {
  const walk = new Walk(compiled, most)
  walk.run()
  return {
    mostStates: most,
    places: walk.places,
    states: walk.states.size,
    largestState: walk.largestState,
    failures: walk.failures,
  }
}

class Walk {
  places: Place[] = []
  states = new Set<string>()
  failures: Exploration['failures'] = []
  largestState = 0
  #story: BoundedStory
  #known = new Map<string, number>()
  #saved: string[] = []
  #compiled: CompiledInk
  #most: number
  #readsCounts: boolean

  constructor(compiled: CompiledInk, most: number) {
    this.#compiled = compiled
    this.#most = most
    this.#story = new BoundedStory(compiled)
    // States that differ only in their counts are the same state, unless the story reads its
    // counts.
    this.#readsCounts = /"(?:CNT\?|visit|turns|readc|turn|choiceCnt)"/.test(
      JSON.stringify(compiled),
    )
  }

  run() {
    this.#arrive([])
    for (let at = 0; at < this.places.length; at++) {
      const place = this.places[at]
      for (const index of place?.offered.keys() ?? []) {
        if (this.states.size > this.#most) {
          this.failures.push({ path: place?.path ?? [], reason: 'states', said: '' })
          return
        }
        if (place) this.#leave(place, at, index)
      }
      this.#saved[at] = ''
    }
  }

  #leave(place: Place, at: number, index: number) {
    const tags = place.offered[index]?.tags ?? []
    const answered = valueOf(tags, 'answered')
    const turn: Turn =
      answered === undefined
        ? { kind: 'choice', id: valueOf(tags, 'choice') ?? `#${index}` }
        : { kind: 'answer', id: answered }
    this.#story.state.LoadJson(this.#saved[at] ?? '')
    this.#story.ChooseChoiceIndex(index)
    const to = this.#arrive([...place.path, turn.id])
    if (to !== undefined) place.next.push({ turn, to })
  }

  #arrive(path: string[]): number | undefined {
    try {
      const { lines, choices } = this.#story.advance()
      const screen = screenOf(lines, choices)
      const state = this.#story.state.ToJson()
      this.largestState = Math.max(this.largestState, state.length)
      const position = positionOf(state, this.#readsCounts)
      this.states.add(position)
      const key = `${position}\n${JSON.stringify(lines)}`
      const known = this.#known.get(key)
      if (known !== undefined) return known
      const lineTags = lines.map((line) => line.tags)
      this.places.push({ screen, lineTags, offered: choices, next: [], path })
      this.#saved.push(state)
      this.#known.set(key, this.places.length - 1)
      return this.places.length - 1
    } catch (error) {
      const said = error instanceof Error ? error.message : ''
      const reason = !(error instanceof StoryStopped)
        ? 'broken'
        : said === 'steps'
          ? 'steps'
          : 'letters'
      this.failures.push({ path, reason, said })
      // A story that failed during a step cannot be continued.
      this.#story = new BoundedStory(this.#compiled)
      return undefined
    }
  }
}
