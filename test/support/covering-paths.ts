import type { Exploration, Place } from '../../tools/scenarios/walk/explore-story.ts'

type Next = Place['next'][number]

/** One place of a path, and the turn taken there; no turn at the ending. */
export interface Stop {
  place: Place
  turn: Next['turn'] | undefined
}

/**
 * Paths that together take every choice and every answer of every passage. Each path always goes
 * towards the nearest turn that no path has taken.
 */
export function coveringPaths({ places }: Exploration): Stop[][] {
  const left = new Set(places.flatMap((place) => place.next.map((next) => nameOf(place, next))))
  const paths: Stop[][] = []
  while (left.size > 0) {
    const path: Stop[] = []
    let place = places[0]
    while (place) {
      const next: Next | undefined = nextTurn(places, place, left)
      path.push({ place, turn: next?.turn })
      if (next) left.delete(nameOf(place, next))
      place = next && places[next.to]
    }
    paths.push(path)
  }
  return paths
}

/** The first turn on the shortest way to one that is left; any turn if none is ahead. */
function nextTurn(places: readonly Place[], from: Place, left: ReadonlySet<string>) {
  const queue: { place: Place; first?: Next }[] = [{ place: from }]
  const seen = new Set<Place>()
  for (const { place, first } of queue) {
    for (const next of place.next) {
      const begun = first ?? next
      if (left.has(nameOf(place, next))) return begun
      const to = places[next.to]
      if (to && !seen.has(to)) queue.push({ place: to, first: begun })
      if (to) seen.add(to)
    }
  }
  return from.next[0]
}

function nameOf({ screen }: Place, { turn }: Next): string {
  return `${screen.passageId} ${turn.id}`
}
