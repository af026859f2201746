import { describe, expect, it } from 'vitest'

import { newCode, readCode } from '../../../worker/accounts/sign-in/code.ts'

describe('a code', () => {
  it('is eight letters that are not easily confused, each about as often as the others', () => {
    const seen = new Map<string, number>()
    for (let n = 0; n < 3_000; n++) {
      for (const letter of newCode()) seen.set(letter, (seen.get(letter) ?? 0) + 1)
    }
    expect([...seen.keys()].toSorted().join('')).toBe('23456789ABCDEFGHJKMNPQRSTVWXYZ')
    // 24,000 letters over 30 are 800 each; 170 is six standard deviations.
    for (const n of seen.values()) expect(Math.abs(n - 800)).toBeLessThan(170)
  })

  it.each([
    ['abcd-efgh', 'ABCDEFGH'],
    [' 2345 6789 ', '23456789'],
    ['ABCDEFG', undefined],
    ['ABCDEFG0', undefined],
    ['ABCDEFGHJ', undefined],
  ])('%s is read as %s', (typed, read) => expect(readCode(typed)).toBe(read))
})
