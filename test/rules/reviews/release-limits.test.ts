import { describe, expect, it } from 'vitest'

import {
  type Released,
  type ReleaseReason,
  releasedTooOftenUntil,
} from '../../../worker/reviews/standing/release-limits.ts'

const hour = 3_600_000
const start = new Date('2026-11-02T08:00:00.000Z').getTime()
const at = (hours: number) => new Date(start + hours * hour)
const released = (...given: [hours: number, reason: ReleaseReason][]): Released[] =>
  given.map(([hours, reason]) => ({ at: at(hours), reason }))

/** Hours after the start until which no new work is given; undefined without a pause. */
function pause(given: Released[], now: number, role: 'peer' | 'mentor' = 'peer') {
  const until = releasedTooOftenUntil(given, role, at(now))
  return until && (until.getTime() - start) / hour
}

describe('answers given back', () => {
  it.each<[ReleaseReason, number]>([
    ['know-this-person', 3],
    ['conflict', 2],
    ['language', 2],
    ['distressing', 2],
  ])('because of %s are limited to %d a day', (reason, most) => {
    const given = Array.from({ length: most }, (_, n) => [n, reason] as [number, ReleaseReason])
    expect(pause(released(...given.slice(1)), 5)).toBeUndefined()
    expect(pause(released(...given), 5)).toBe(24)
    expect(pause(released(...given), 24)).toBeUndefined()
  })

  it('for any reasons are limited to five a day', () => {
    const given = released(
      [0, 'know-this-person'],
      [1, 'know-this-person'],
      [2, 'conflict'],
      [3, 'technical'],
      [4, 'language'],
    )
    expect(pause(given.slice(0, 4), 6)).toBeUndefined()
    expect(pause(given, 6)).toBe(24)
  })

  it('are limited to ten a month for peers, and ten a week for mentors', () => {
    const reasons = ['know-this-person', 'conflict', 'distressing'] as const
    const given = released(
      ...Array.from({ length: 10 }, (_, n) => {
        return [n * 13, reasons[n % 3] ?? 'conflict'] as [number, ReleaseReason]
      }),
    )
    expect(pause(given.slice(1), 140)).toBeUndefined()
    expect(pause(given, 140)).toBe(30 * 24)
    expect(pause(given, 140, 'mentor')).toBe(7 * 24)
    expect(pause(given, 7 * 24, 'mentor')).toBeUndefined()
    expect(pause(given, 30 * 24)).toBeUndefined()
  })

  it('every reason counts: a person who keeps giving back sees at most ten answers in a month', () => {
    const reasons = [
      'conflict',
      'know-this-person',
      'language',
      'distressing',
      'technical',
    ] as const
    const given: Released[] = []
    for (let now = 0; now < 29 * 24; now++) {
      const reason = reasons[now % reasons.length] ?? 'conflict'
      if (pause(given, now) === undefined) given.push({ at: at(now), reason })
    }
    expect(given).toHaveLength(10)
  })
})
