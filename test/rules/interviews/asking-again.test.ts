import { describe, expect, it } from 'vitest'

import { type Ending, askingAgain, mayAskAgain } from '../../../worker/interviews/request/again.ts'

const dayMs = 86_400_000
const endedAt = new Date('2026-11-25T18:20:00Z')
const endings: Ending[] = [
  'withdrawn',
  'expired',
  'lapsed',
  'declined',
  'cancelled',
  'no-show',
  'closed',
]

describe.each(endings)('after a request that was %s', (ended) => {
  const { from, otherOpeningOnly } = askingAgain(ended, endedAt)
  const daysSince = Math.floor((from.getTime() - endedAt.getTime()) / dayMs)

  it('the employer can ask for another opening from the time it is told', () => {
    expect(mayAskAgain({ ended, sameOpening: false, daysSince })).toBe(true)
  })

  it('and for the same one unless it is told otherwise', () => {
    expect(mayAskAgain({ ended, sameOpening: true, daysSince })).toBe(!otherOpeningOnly)
  })

  it('the time it is told does not reveal when the student acted', () => {
    if (ended === 'closed') return expect(from).toEqual(endedAt)
    expect(from.getTime() % dayMs).toBe(0)
    expect(
      daysSince === 0 || !mayAskAgain({ ended, sameOpening: false, daysSince: daysSince - 1 }),
    ).toBe(true)
  })
})
