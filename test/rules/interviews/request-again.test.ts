import { expect, it } from 'vitest'

import { type Ending, mayAskAgain } from '../../../worker/interviews/request/again.ts'
import { agreesWithCases } from '../../support/cases.ts'

interface Case {
  ended: Ending
  sameOpening: boolean
  daysSince: number
}

agreesWithCases<Case, { allowed: boolean }>('request_again', (earlier, { allowed }) => {
  expect(mayAskAgain(earlier)).toBe(allowed)
})

it.each(['cancelled', 'no-show'] as const)(
  'does not block asking again if it was not the student: %s',
  (ended) => {
    const earlier = { ended, sameOpening: true, daysSince: 0 }
    expect(mayAskAgain({ ...earlier, byStudent: false })).toBe(true)
    expect(mayAskAgain({ ...earlier, byStudent: true })).toBe(false)
  },
)
