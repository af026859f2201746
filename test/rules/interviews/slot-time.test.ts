import { expect } from 'vitest'

import { type LocalTime, slotTime } from '../../../worker/interviews/slot/slot-time.ts'
import { agreesWithCases } from '../../support/cases.ts'

interface Expected {
  utc?: string
  problem?: string
  choices?: string[]
}

agreesWithCases<LocalTime, Expected>('slot_time', (input, expected) => {
  expect(written(slotTime(input))).toEqual(expected)
})

function written(time: ReturnType<typeof slotTime>): Expected {
  const seconds = (instant: Date) => instant.toISOString().replace('.000Z', 'Z')
  if ('instant' in time) return { utc: seconds(time.instant) }
  return 'choices' in time ? { problem: time.problem, choices: time.choices.map(seconds) } : time
}
