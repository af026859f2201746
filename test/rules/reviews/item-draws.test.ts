import { describe, expect, it } from 'vitest'

import { isItem, itemsAhead } from '../../../worker/reviews/calibration/item-draws.ts'
import { lotsOf } from '../../../worker/reviews/calibration/lots.ts'

const fixed = {
  env: {
    PSEUDONYM_KEY: JSON.stringify({ current: '1', keys: { 1: '5a'.repeat(32) } }),
    EMAIL_INDEX_KEY: '',
    SIGN_IN_PEPPER: '',
  },
  now: new Date(0),
}
const lotsFor = (reviewerId: string, count = 600, from = 0) =>
  lotsOf(fixed, { reviewerId, challengeId: 'two-boxes' }, from, count)

describe('an offer is a hidden item', () => {
  it.each([
    ['the first in a challenge, whatever its lot', 0, 0, 0.99, true],
    ['the first, but not for a reviewer who is measured', 0, 8, 0.99, false],
    ['one in six for a new reviewer', 3, 7, 0.166, true],
    ['not above one in six', 3, 7, 0.167, false],
    ['one in twelve later', 3, 8, 0.083, true],
    ['not above one in twelve', 3, 8, 0.084, false],
  ])('%s', (_, offers, anchored, lot, expected) => {
    expect(isItem({ offers, anchored }, lot)).toBe(expected)
  })

  it('about as often as it should be, over 600 offers of a fixed key', async () => {
    const lots = await lotsFor('a')
    const drawn = (anchored: number) =>
      lots.filter((lot, offers) => isItem({ offers: offers + 1, anchored }, lot)).length
    // Within three standard deviations of 100 and of 50.
    expect(Math.abs(drawn(0) - 100)).toBeLessThan(3 * 9.2)
    expect(Math.abs(drawn(8) - 50)).toBeLessThan(3 * 6.8)
  })

  it('without a rhythm: what followed an item says nothing about the next offer', async () => {
    const people = Array.from({ length: 40 }, (_, at) => `reviewer-${at}`)
    const draws = (await Promise.all(people.map((id) => lotsFor(id)))).map((lots) =>
      lots.map((lot) => isItem({ offers: 1, anchored: 0 }, lot)),
    )
    for (const distance of [1, 2, 5, 6, 7, 12, 16]) {
      const after = draws.flatMap((own) => own.filter((_, at) => own[at - distance]))
      const share = after.filter(Boolean).length / after.length
      expect(Math.abs(share - 1 / 6), `distance ${distance}`).toBeLessThan(0.03)
    }
    // Two people do not get their items at the same offers.
    expect(new Set(draws.map((own) => own.slice(0, 60).join())).size).toBe(people.length)
  })

  it('by the same lot when it is asked again, also in the middle', async () => {
    const all = await lotsFor('a', 40)
    expect(await lotsFor('a', 7, 15)).toEqual(all.slice(15, 22))
    expect(await lotsFor('a', 1, 39)).toEqual(all.slice(39))
    expect(await lotsFor('b', 40)).not.toEqual(all)
  })
})

it('the answers that wait, with the items among them, are one fewer after each offer', async () => {
  for (const id of Array.from({ length: 200 }, (_, at) => `reviewer-${at}`)) {
    const lots = await lotsFor(id, 80)
    let [real, left, anchored] = [1 + ((id.length * 7 + Number(id.slice(9))) % 9), 4, 0]
    const waiting = (offers: number) =>
      real + itemsAhead(real, { offers, anchored }, left, lots.slice(offers))
    for (let offers = 0; real > 0; offers++) {
      const before = waiting(offers)
      if (left > 0 && isItem({ offers, anchored }, lots[offers] ?? 1)) {
        left--
        anchored++
      } else real--
      expect(waiting(offers + 1), `${id}, offer ${offers}`).toBe(before - 1)
    }
  }
})
