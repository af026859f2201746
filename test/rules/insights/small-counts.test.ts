import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { hideSmall, shownCount } from '../../../worker/insights/small-counts.ts'

describe('counts of people', () => {
  it('shows no exact number under five', () => {
    expect([0, 1, 4, 5].map(shownCount)).toEqual([null, null, null, 5])
  })

  it('hides a second part, so that subtraction from the total reveals nothing', () => {
    expect(hideSmall([3, 9, 7])).toEqual([null, 9, null])
    expect(hideSmall([8, 9, 7])).toEqual([8, 9, 7])
    expect(hideSmall([3, 2, 7])).toEqual([null, null, 7])
  })

  it('never shows one to four and never hides a single part of several', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 2, maxLength: 8 }), (parts) => {
        const shown = hideSmall(parts)
        const hidden = shown.filter((n) => n === null).length
        expect(shown.every((n) => n === null || n >= 5)).toBe(true)
        expect(hidden === 1).toBe(false)
      }),
    )
  })
})
