import { DatabaseSync } from 'node:sqlite'

import { sql } from 'drizzle-orm'
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core'
import { expect, it } from 'vitest'

import { fromHex } from '../../../worker/foundation/crypto/encoding.ts'
import { rankOf, shuffleOf, withinOf } from '../../../worker/talent/search/day-order.ts'
import {
  dailyShuffle,
  isDayStale,
  segmentCount,
  type Shuffle,
  shuffleModulus,
} from '../../../worker/talent/eligibility/shuffle.ts'
import { agreesWithCases } from '../../support/cases.ts'

interface Case {
  /** In hex. */
  key: string
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
  const shuffle = await dailyShuffle({ ...input, key: fromHex(input.key) })
  const { A, B, c, a, b } = expected

  expect(shuffle).toMatchObject({ A, B, c, a, b, segments: input.segments })
  const placed = inOrder(shuffle, input.shuffleKeys)
  expect(placed.map(({ key }) => key)).toEqual(expected.order)
  for (const { key, rank } of placed) {
    const segment = expected.segmentOf[input.shuffleKeys.indexOf(key)] ?? Number.NaN
    expect(rank).toBe((A * segment + B) % input.segments)
  }
})

agreesWithCases<{ matches: number }, { segments: number }>(
  'segment_count',
  ({ matches }, { segments }) => {
    expect(segmentCount(matches)).toBe(segments)
  },
)

it('counts at most 16,384 segments', () => {
  expect(segmentCount(100_000_000)).toBe(16_384)
})

it('gives everybody the same chance of the first page over a year', async () => {
  const keys = manyKeys(500)
  const times = new Map(keys.map((key) => [key, 0]))
  for (let day = 0; day < 365; day++) {
    const date = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10)
    const shuffle = await aShuffle(segmentCount(keys.length), date)
    for (const { key } of inOrder(shuffle, keys).slice(0, 25))
      times.set(key, (times.get(key) ?? 0) + 1)
  }
  const share = 25 / 500
  const deviation = Math.sqrt(365 * share * (1 - share))
  const z = [...times.values()].map((count) => (count - 365 * share) / deviation)
  const spread = Math.sqrt(z.reduce((sum, value) => sum + value * value, 0) / z.length)

  expect(spread).toBeGreaterThan(0.8)
  expect(spread).toBeLessThan(1.5)
})

it('puts another person first on another day', async () => {
  const keys = manyKeys(500)
  const firsts = await Promise.all(
    ['2026-11-22', '2026-11-23'].map(async (day) => inOrder(await aShuffle(1, day), keys)[0]?.key),
  )
  expect(firsts[0]).not.toBe(firsts[1])
})

it('gives another order for another key, so that nobody without the key can compute it', async () => {
  const [one, other] = await Promise.all(
    ['11', '22'].map((byte) => aShuffle(4, '2026-11-22', byte)),
  )
  expect(one?.a).not.toBe(other?.a)
  expect(one?.c).not.toBe(other?.c)
})

it.each([
  ['2026-11-22', false],
  ['2026-11-21', false],
  ['2026-11-20', true],
  ['2026-11-23', true],
])('on 22 November the order of %s is stale: %s', (day, stale) => {
  expect(isDayStale(day, new Date('2026-11-22T23:59:59Z'))).toBe(stale)
})

function aShuffle(segments: number, day: string, byte = '5f') {
  return dailyShuffle({
    key: fromHex(byte.repeat(32)),
    employerId: '5d1f0e6a-94c4-4f0e-8a37-2f3a4c5b6d01',
    criteriaHash: '3f2a',
    day,
    segments,
  })
}

const database = new DatabaseSync(':memory:')

/** The expressions that search sorts by, run in SQLite. */
function inOrder(shuffle: Shuffle, keys: number[]) {
  const { sql: text, params } = new SQLiteSyncDialect().sqlToQuery(sql`
    WITH shuffle AS (${shuffleOf(sql`value`)} FROM json_each(${JSON.stringify([shuffle])}))
    SELECT k.value AS key, ${rankOf(sql`k.value`)} AS rank, ${withinOf(sql`k.value`)} AS within
    FROM shuffle, json_each(${JSON.stringify(keys)}) k ORDER BY rank, within`)
  const rows = database.prepare(text).all(...(params as (string | number)[]))
  return rows as unknown as { key: number; rank: number; within: number }[]
}

/** Park and Miller's generator gives each number below the modulus once. */
function manyKeys(count: number) {
  let key = 20_261_122
  return Array.from({ length: count }, () => (key = (key * 48_271) % shuffleModulus))
}
