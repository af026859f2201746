import type { ReadFolder } from '../source/challenge-folder.ts'
import type { Exploration, Place } from '../walk/explore-story.ts'
import type { Finding } from '../source/finding.ts'
import { isDecision } from '../walk/story-paths.ts'

const fewest = 3
const mostPairs = 20_000

/**
 * Checks that choices have effects: at least three decisions must change the text of a screen that
 * comes two or more screens later.
 */
export function lintReturns({ ink }: ReadFolder, exploration: Exploration): Finding[] {
  if (exploration.failures.length > 0) return []
  const returning = decisionsOf(exploration).filter(({ returns }) => returns).length
  if (returning >= fewest) return []
  const problem = `Decisions that come back two or more screens later: ${returning}.`
  const cure = `Show on a later screen what was chosen, for at least ${fewest} decisions.`
  return [{ file: ink.file, line: 1, problem, cure }]
}

/**
 * Every passage that asks for a decision. `returns`: after two different choices there and then the
 * same turns, the text of a screen two or more screens later differs.
 */
export function decisionsOf({ places }: Exploration): { passageId: string; returns: boolean }[] {
  const returning = new Map<string, boolean>()
  for (const place of places.filter(isDecision)) {
    const { passageId } = place.screen
    const isKnown = returning.get(passageId) === true
    returning.set(passageId, isKnown || comesBack(places, place))
  }
  return [...returning].map(([passageId, returns]) => ({ passageId, returns }))
}

/** Whether two choices at this place, followed by the same turns, lead to different text later. */
function comesBack(places: readonly Place[], place: Place): boolean {
  const after = place.next.map(({ to }) => to)
  return after.some((one, index) =>
    after.slice(index + 1).some((other) => differLater(places, one, other)),
  )
}

function differLater(places: readonly Place[], one: number, other: number): boolean {
  const seen = new Set<string>()
  let pairs = [[one, other] as const]
  while (pairs.length > 0 && seen.size < mostPairs) {
    const onward = pairs.flatMap(([left, right]) => together(places[left], places[right]))
    if (onward.some(([left, right]) => says(places[left]) !== says(places[right]))) return true
    pairs = onward.filter(([left, right]) => {
      const key = `${left} ${right}`
      const isNew = left !== right && !seen.has(key)
      seen.add(key)
      return isNew
    })
  }
  return false
}

/** For each turn that both places offer, the two places to which it leads. */
function together(left: Place | undefined, right: Place | undefined) {
  return (left?.next ?? []).flatMap(({ turn, to }) => {
    const same = right?.next.find((edge) => edge.turn.id === turn.id)
    return same ? [[to, same.to] as const] : []
  })
}

function says(place: Place | undefined): string {
  return JSON.stringify(place?.screen.paragraphs)
}
