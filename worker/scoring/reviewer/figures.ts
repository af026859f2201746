import { kappa, tableOf } from '../agreement/kappa.ts'
import type { Evidence } from './find-evidence.ts'
import type { AnchoredRating } from './profile.ts'

/** What a reviewer is told about their own levels. */
export interface Figures {
  /** The mean difference from the known levels; above 0: milder. */
  difference: number
  /** Quadratic kappa against the known levels; null if undefined. */
  kappa: number | null
  /** How many levels were the known one, one away, further away. */
  distances: [same: number, one: number, more: number]
  /** Where the levels differ most from the known ones; null if they never do. */
  lookAgain: LookAgain | null
}

export interface LookAgain {
  versionHash: string
  criterion: string
  known: number
  /** The mean of the levels given where that level was known, to a tenth. */
  given: number
}

/** A single rating says nothing about a criterion. */
const ratingsToLookAt = 3

export function figuresOf(evidence: readonly Evidence[]): Figures {
  const ratings = evidence.flatMap((review) => review.ratings)
  const away = (rating: AnchoredRating) => Math.abs(rating.level - rating.reference)
  const distances: Figures['distances'] = [
    ratings.filter((rating) => away(rating) === 0).length,
    ratings.filter((rating) => away(rating) === 1).length,
    ratings.filter((rating) => away(rating) > 1).length,
  ]
  return {
    difference: meanOf(ratings.map(({ level, reference }) => level - reference)),
    kappa: kappa(tableOf(ratings.map(({ reference, level }) => [reference, level]))),
    distances,
    lookAgain: furthest(evidence),
  }
}

/** The criterion, and of it the known level, with the largest mean distance. */
function furthest(evidence: readonly Evidence[]): LookAgain | null {
  const ratings = evidence.flatMap(({ versionHash, ratings: given }) =>
    given.map((rating) => ({ ...rating, versionHash })),
  )
  const enough = groupsOf(ratings, ({ criterion }) => criterion).filter(
    ({ length }) => length >= ratingsToLookAt,
  )
  const criterion = largest(enough)
  if (!criterion) return null
  const level = largest(groupsOf(criterion, ({ reference }) => reference))
  const last = level?.at(-1)
  if (!level || !last) return null
  return {
    versionHash: last.versionHash,
    criterion: last.criterion,
    known: last.reference,
    given: Math.round(meanOf(level.map((each) => each.level)) * 10) / 10,
  }
}

function groupsOf<Item>(items: readonly Item[], key: (item: Item) => unknown): Item[][] {
  return [...Map.groupBy(items, key).values()]
}

/** The group furthest from its known levels; undefined if all levels are the known ones. */
function largest<Rating extends AnchoredRating>(groups: readonly Rating[][]): Rating[] | undefined {
  const distance = (group: readonly Rating[]) =>
    meanOf(group.map(({ level, reference }) => Math.abs(level - reference)))
  const sorted = groups.toSorted((one, other) => distance(other) - distance(one))
  const [first] = sorted
  return first && distance(first) > 0 ? first : undefined
}

const meanOf = (numbers: readonly number[]) =>
  numbers.reduce((sum, each) => sum + each, 0) / numbers.length
