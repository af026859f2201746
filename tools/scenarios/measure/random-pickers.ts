import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

const pickers = 10_000
const outsideEachEnd = 0.025
/** Any number would do. A fixed one gives the same range at each run. */
const seed = 2026

/**
 * The middle 95 % of the sums of 10,000 pickers who take one weight at random from each list, as
 * the least and the most.
 */
export function middleOfRandomPickers(
  lists: readonly (readonly number[])[],
): [least: number, most: number] {
  const generator = xoroshiro128plus(seed)
  const sums = Array.from({ length: pickers }, () =>
    lists.reduce((sum, list) => sum + (list[uniformInt(generator, 0, list.length - 1)] ?? 0), 0),
  ).toSorted((one, other) => one - other)
  const cut = pickers * outsideEachEnd
  return [sums[cut] ?? 0, sums[pickers - cut - 1] ?? 0]
}
