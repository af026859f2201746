import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'

import { changesOf, instantsOf, offsetsOf, zones } from '../../support/zone-changes.ts'

const minute = 60_000
const hour = 60 * minute
const [from, until] = [Date.UTC(2026, 0, 1), Date.UTC(2037, 0, 1)]

/**
 * Zones in which the library that reads offered times and `Intl` disagree, each with the reason.
 * Pages show interviews by `Intl`: in such a zone a time would be offered at one hour and shown at
 * another. None is known.
 */
const zonesThatDiffer: Record<string, string> = {}

it('reads wall times around every change of every zone as Intl shows them, 2026 to 2036', async () => {
  const wrong: Record<string, string[]> = {}
  let [changes, compared] = [0, 0]
  for (const zone of zones) {
    const offsetAt = offsetsOf(zone)
    const found = changesOf(offsetAt, from, until)
    const walls = [...noons(), ...found.flatMap((change) => around(change, offsetAt))]
    changes += found.length
    compared += walls.length
    const times = walls.map((wall) => ({ local: new Date(wall).toISOString().slice(0, 16), zone }))
    const read = await env.CALENDAR.slotTimes(times)
    const differ = walls.filter(
      (wall, n) => String(instantsIn(read[n])) !== String(instantsOf(wall, offsetAt)),
    )
    if (differ.length > 0) wrong[zone] = differ.map((wall) => new Date(wall).toISOString())
  }
  expect(wrong).toEqual(
    Object.fromEntries(Object.keys(zonesThatDiffer).map((zone) => [zone, expect.anything()])),
  )
  // On a platform with few zones, or without clock changes, the comparison alone would also pass.
  expect([zones.length > 400, changes > 2_000, compared > 25_000]).toEqual([true, true, true])
})

type Read = { instant: Date } | { choices: Date[] } | { problem: string }

/**
 * Noon in February and August of each year. For a zone whose clocks never change, these are all.
 */
function noons(): number[] {
  return Array.from({ length: 22 }, (_, n) => Date.UTC(2026, n * 6 + 1, 15, 12))
}

/**
 * Wall times near a clock change. `low` and `high` are where the skipped or repeated time begins
 * and ends. Both of these, a minute before each, the middle between them, and three hours and a day
 * outside.
 */
function around(change: number, offsetAt: (instant: number) => number): number[] {
  const before = change + offsetAt(change - minute) * minute
  const after = change + offsetAt(change) * minute
  const [low, high] = [Math.min(before, after), Math.max(before, after)]
  const middle = low + Math.floor((high - low) / 2 / minute) * minute
  const far = [3 * hour, 24 * hour].flatMap((by) => [low - by, high + by])
  return [...far, low - minute, low, middle, high - minute, high]
}

function instantsIn(time: Read | undefined): number[] {
  if (!time) return []
  if ('instant' in time) return [time.instant.getTime()]
  return 'choices' in time ? time.choices.map((at) => at.getTime()) : []
}
