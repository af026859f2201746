import { expect, it } from 'vitest'

import {
  endOfWorkingDay,
  morningOfWorkingDay,
} from '../../../worker/interviews/outcome/working-days.ts'
import { agreesWithCases } from '../../support/cases.ts'

const noon = (day: string) => new Date(`${day}T12:00:00Z`)

agreesWithCases<{ heldOn: string }, { due: string; lockedAfter: string }>(
  'outcome_deadline',
  ({ heldOn }, { due, lockedAfter }) => {
    expect(endOfWorkingDay(noon(heldOn), 5, 'UTC').toISOString()).toBe(`${due}T23:59:59.999Z`)
    expect(endOfWorkingDay(noon(heldOn), 10, 'UTC').toISOString()).toBe(
      `${lockedAfter}T23:59:59.999Z`,
    )
  },
)

it('counts the days of the zone, over a change of its clocks', () => {
  // Friday evening in New York, still the 6th; the clocks go forward on the 8th.
  const friday = new Date('2026-03-07T02:00:00Z')
  const zone = 'America/New_York'
  expect(endOfWorkingDay(friday, 5, zone).toISOString()).toBe('2026-03-14T03:59:59.999Z')
  expect(morningOfWorkingDay(friday, 3, zone).toISOString()).toBe('2026-03-11T13:00:00.000Z')
})
