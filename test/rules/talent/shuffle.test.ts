import { expect, it } from 'vitest'

import {
  dailyShuffle,
  keyRangesAt,
  placeOf,
  segmentCount,
  segmentOf,
  type Shuffle,
  shuffleModulus,
} from '../../../worker/talent/shuffle.ts'
import { agreesWithCases } from '../../support/hiring-cases.ts'

interface Case {
  employerId: string
  criteriaHash: string
  day: string
  segments: number
  shuffleKeys: number[]
}
interface Expected extends Omit<Shuffle, 'segments'> {
  segmentOf: number[]
  order: number[]
}

agreesWithCases<Case, Expected>('daily_shuffle', async (input, expected) => {
  const shuffle = await dailyShuffle(input)
  const { A, B, c, a, b } = expected

  expect(shuffle).toEqual({ A, B, c, a, b, segments: input.segments })
  expect(input.shuffleKeys.map((key) => segmentOf(shuffle, key))).toEqual(expected.segmentOf)
  expect(sorted(shuffle, input.shuffleKeys)).toEqual(expected.order)
})

agreesWithCases<{ matches: number }, { segments: number }>('segment_count', ({ matches }, { segments }) => {
  expect(segmentCount(matches)).toBe(segments)
})

it.each([1, 2, 16, 1024, 16_384])('%d segments, walked by ranges, give the order of a full sort', async (segments) => {
  const shuffle = await aShuffle(segments, '2026-11-22')
  const keys = manyKeys(10_000)
  const ranges = Array.from({ length: segments }, (_, rank) => keyRangesAt(shuffle, rank)).flat()
  const byRange = new Map<number, number[]>()
  for (const key of keys) {
    const inside = ranges.filter(({ from, to }) => from <= key && key <= to)
    expect(inside).toHaveLength(1)
    const rank = inside[0]?.rank ?? -1
    byRange.set(rank, [...(byRange.get(rank) ?? []), key])
  }
  const walked = Array.from({ length: segments }, (_, rank) => sorted(shuffle, byRange.get(rank) ?? [])).flat()

  expect(walked).toEqual(sorted(shuffle, keys))
}, 20_000)

it('gives everybody the same chance of the first page over a year', async () => {
  const keys = manyKeys(500)
  const first = new Map(keys.map((key) => [key, 0]))
  for (let day = 0; day < 365; day++) {
    const date = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10)
    const shuffle = await aShuffle(segmentCount(keys.length), date)
    for (const key of sorted(shuffle, keys).slice(0, 25)) first.set(key, (first.get(key) ?? 0) + 1)
  }
  const share = 25 / 500
  const expectedTimes = 365 * share
  const deviation = Math.sqrt(365 * share * (1 - share))
  const z = [...first.values()].map((times) => (times - expectedTimes) / deviation)
  const spread = Math.sqrt(z.reduce((sum, value) => sum + value * value, 0) / z.length)

  expect(spread).toBeGreaterThan(0.8)
  expect(spread).toBeLessThan(1.5)
})

function aShuffle(segments: number, day: string) {
  return dailyShuffle({ employerId: '5d1f0e6a-94c4-4f0e-8a37-2f3a4c5b6d01', criteriaHash: '3f2a', day, segments })
}

function sorted(shuffle: Shuffle, keys: number[]) {
  const placed = keys.map((key) => ({ key, ...placeOf(shuffle, key) }))
  return placed.toSorted((one, other) => one.rank - other.rank || one.within - other.within).map(({ key }) => key)
}

/** Park and Miller's generator gives each number below the modulus once. */
function manyKeys(count: number) {
  let key = 20_261_122
  return Array.from({ length: count }, () => (key = (key * 48_271) % shuffleModulus))
}
