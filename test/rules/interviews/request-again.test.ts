import { expect } from 'vitest'

import { type Ending, mayAskAgain } from '../../../worker/interviews/request/again.ts'
import { agreesWithCases } from '../../support/hiring-cases.ts'

interface Case {
  ended: Ending
  sameOpening: boolean
  daysSince: number
}

agreesWithCases<Case, { allowed: boolean }>('request_again', (earlier, { allowed }) => {
  expect(mayAskAgain(earlier)).toBe(allowed)
})
