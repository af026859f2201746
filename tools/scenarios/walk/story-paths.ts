import type { Exploration, Place } from './explore-story.ts'

export interface Range {
  least: number
  most: number
}

/** All places of a story, and what can be computed over its paths. */
export interface StoryPaths {
  places: readonly Place[]
  /** A place that can be reached again from itself, if there is one: the story may never end. */
  circle?: Place
  /**
   * By place: the least and most sum of `weight` over all paths from there to an end; undefined if
   * there is no such path.
   */
  range(weight: (place: Place) => number): (Range | undefined)[]
  /**
   * The median, over all paths from the opening to an end, of the sum of `weight`. Weights are
   * whole numbers: paths are counted by their sum, so equal sums must be exactly equal.
   */
  median(weight: (place: Place) => number): number | undefined
  /** A path from the opening to an end on which `holds` is true at every place, as ids of turns. */
  wayWhere(holds: (place: Place) => boolean): string[] | undefined
  /** The number of paths from the opening to an end. */
  ways: number
  /** The number of paths from the opening to those ends at which `holds` is true. */
  waysTo(holds: (place: Place) => boolean): number
}

export function isDecision(place: Place): boolean {
  return place.screen.promptId === undefined && place.offered.length > 1
}

export function readPaths({ places }: Exploration): StoryPaths {
  const { order, circle } = endsFirst(places)
  const range = (weight: (place: Place) => number) => rangeOf(places, order, weight)
  const median = (weight: (place: Place) => number) => medianOf(places, order, weight)
  const wayWhere = (holds: (place: Place) => boolean) => wayThrough(places, order, holds)
  const waysTo = (holds: (place: Place) => boolean) => waysOf(places, order, holds)
  const ways = waysTo(() => true)
  return { places, range, median, wayWhere, ways, waysTo, ...(circle ? { circle } : {}) }
}

/**
 * Orders each place after all the places it leads to. Iterative: a story may be thousands of places
 * deep.
 */
function endsFirst(places: readonly Place[]): { order: number[]; circle?: Place } {
  const order: number[] = []
  const state = new Map<number, 'open' | 'done'>()
  const stack: { at: number; next: number }[] = places.length > 0 ? [{ at: 0, next: 0 }] : []
  let circle: Place | undefined
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    state.set(top.at, state.get(top.at) ?? 'open')
    const edge = places[top.at]?.next[top.next++]
    if (!edge) {
      state.set(top.at, 'done')
      order.push(top.at)
      stack.pop()
    } else if (state.get(edge.to) === 'open') {
      circle ??= places[edge.to]
    } else if (!state.has(edge.to)) {
      stack.push({ at: edge.to, next: 0 })
    }
  }
  return circle ? { order, circle } : { order }
}

function rangeOf(places: readonly Place[], order: number[], weight: (place: Place) => number) {
  const ranges: (Range | undefined)[] = []
  for (const at of order) {
    const place = places[at]
    if (!place) continue
    const after = place.next.flatMap(({ to }) => ranges[to] ?? [])
    const own = weight(place)
    if (place.screen.ended) ranges[at] = { least: own, most: own }
    else if (after.length > 0) {
      const least = own + Math.min(...after.map((range) => range.least))
      const most = own + Math.max(...after.map((range) => range.most))
      ranges[at] = { least, most }
    }
  }
  return ranges
}

function medianOf(places: readonly Place[], order: number[], weight: (place: Place) => number) {
  /** By place: how many paths to an end have each sum. */
  const sums: Map<number, number>[] = []
  for (const at of order) {
    const place = places[at]
    if (!place) continue
    const own = weight(place)
    const after = place.screen.ended ? [new Map([[0, 1]])] : place.next.map(({ to }) => sums[to])
    const here = new Map<number, number>()
    for (const [sum, count] of after.flatMap((map) => [...(map ?? [])])) {
      here.set(own + sum, (here.get(own + sum) ?? 0) + count)
    }
    sums[at] = here
  }
  const all = [...(sums[0] ?? [])].toSorted(([one], [other]) => one - other)
  const half = all.reduce((total, [, count]) => total + count, 0) / 2
  let seen = 0
  return all.find(([, count]) => (seen += count) >= half)?.[0]
}

function wayThrough(places: readonly Place[], order: number[], holds: (place: Place) => boolean) {
  const ways: (string[] | undefined)[] = []
  for (const at of order) {
    const place = places[at]
    if (!place || !holds(place)) continue
    const onward = place.next.find(({ to }) => ways[to] !== undefined)
    if (place.screen.ended) ways[at] = []
    else if (onward) ways[at] = [onward.turn.id, ...(ways[onward.to] ?? [])]
  }
  return ways[0]
}

function waysOf(places: readonly Place[], order: number[], holds: (place: Place) => boolean) {
  const ways: number[] = []
  for (const at of order) {
    const place = places[at]
    if (!place) continue
    const onward = place.next.reduce((sum, { to }) => sum + (ways[to] ?? 0), 0)
    ways[at] = place.screen.ended ? Number(holds(place)) : onward
  }
  return ways[0] ?? 0
}
