import { describe, expect, it } from 'vitest'

import { Meter, PlanUsedUp } from '../../../worker/foundation/plan/meter.ts'
import { planOf } from '../../../worker/foundation/plan/plan.ts'

const limit = { queries: 10, subrequests: 6, calls: 2 }

describe('a meter', () => {
  it('counts what fits, and refuses the first call that does not', () => {
    const meter = new Meter(limit)
    meter.spend({ queries: 10, subrequests: 1 })
    expect(() => meter.spend({ queries: 1, subrequests: 1 })).toThrow(PlanUsedUp)
    expect(meter.used).toEqual({ queries: 10, subrequests: 1, calls: 0 })
    expect(meter.hasRefused).toBe(true)
  })

  it.each([
    ['queries', { queries: 11 }],
    ['subrequests', { subrequests: 7 }],
    ['calls', { subrequests: 1, calls: 3 }],
  ])('has a limit of %s', (_, amounts) => {
    expect(new Meter(limit).hasRoom(amounts)).toBe(false)
    expect(() => new Meter(limit).need(amounts)).toThrow(PlanUsedUp)
  })

  it('gives a part its own limit, and counts what the part uses', () => {
    const whole = new Meter(limit)
    const part = whole.part({ most: { queries: 4 } })
    part.spend({ queries: 4, subrequests: 1 })
    expect(() => part.spend({ queries: 1, subrequests: 1 })).toThrow(PlanUsedUp)
    expect(whole.used.queries).toBe(4)
    expect(whole.hasRefused).toBe(false)
  })

  it('keeps what a part must leave, of queries and of subrequests', () => {
    const whole = new Meter(limit)
    const part = whole.part({ rest: { queries: 2, subrequests: 2 } })
    part.spend({ queries: 8, subrequests: 4 })
    expect(part.hasRoom({ subrequests: 1 })).toBe(false)
    whole.spend({ queries: 2, subrequests: 2 })
  })

  it('gives a part no more than the whole has left', () => {
    const whole = new Meter(limit)
    const part = whole.part()
    whole.spend({ queries: 9, subrequests: 1 })
    expect(part.left('queries')).toBe(1)
    expect(() => part.spend({ queries: 2 })).toThrow(PlanUsedUp)
  })
})

it('a plan is free unless the instance says that it is paid', () => {
  const [free, paid] = [planOf({}), planOf({ PLAN: 'paid' })]
  expect(free.limit).toEqual({ queries: 50, subrequests: 50, calls: 31 })
  expect(paid.limit).toEqual({ queries: 1_000, subrequests: 10_000, calls: 31 })
  expect(planOf({ PLAN: 'Paid' as 'paid' })).toBe(free)
})
