import { describe, expect, it } from 'vitest'

import { lastAskedBefore, nextAskAt } from '../../../worker/notifications/carrier/quota.ts'

const at = (text: string) => Date.parse(`2026-11-${text}:00Z`)

describe('a carrier whose quota is used up', () => {
  it.each([
    ['code', '30T09:00', '30T09:01'],
    ['code', '30T23:59', '30T24:00'],
    ['invitation', '30T09:00', '30T10:00'],
    ['news', '30T09:00', '30T10:00'],
    // The day may end before the hour does.
    ['news', '29T23:30', '30T00:01'],
    ['news', '29T23:00', '30T00:00'],
  ] as const)('is asked again for %s: full at %s, at %s', (sort, full, again) => {
    expect(new Date(nextAskAt(at(full), sort))).toEqual(new Date(at(again)))
  })

  it.each(['code', 'invitation', 'news'] as const)(
    'is asked for %s at that time, and not a second earlier',
    (sort) => {
      for (let minute = 0; minute < 2 * 1_440; minute += 7) {
        const full = at('29T00:00') + minute * 60_000
        const next = nextAskAt(full, sort)
        expect(full <= lastAskedBefore(next, sort)).toBe(true)
        expect(full <= lastAskedBefore(next - 1_000, sort)).toBe(false)
      }
    },
  )
})
