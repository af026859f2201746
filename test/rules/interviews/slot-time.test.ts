import { expect, it } from 'vitest'

import { type LocalTime, slotTime } from '../../../worker/interviews/slot-time.ts'
import { agreesWithCases } from '../../support/hiring-cases.ts'

interface Expected {
  utc?: string
  problem?: string
  choices?: string[]
}

agreesWithCases<LocalTime, Expected>('slot_time', (input, expected) => {
  expect(written(slotTime(input))).toEqual(expected)
})

it.each([
  [
    'an offset of another season',
    { local: '2026-07-01T09:00', zone: 'Europe/London', offset: '+00:00' },
  ],
  [
    'an offset of neither',
    { local: '2026-11-01T01:30', zone: 'America/New_York', offset: '-06:00' },
  ],
])('refuses %s', (_, input) => {
  expect(slotTime(input)).toEqual({ problem: 'slot-offset-wrong' })
})

it.each(['+01:00', '', 'Europe/London\n', '../etc', 'Not/AZone', 'Z'])(
  'knows no zone %j',
  (zone) => {
    expect(slotTime({ local: '2026-07-01T09:00', zone })).toEqual({ problem: 'slot-zone-unknown' })
  },
)

function written(time: ReturnType<typeof slotTime>): Expected {
  const seconds = (instant: Date) => instant.toISOString().replace('.000Z', 'Z')
  if ('instant' in time) return { utc: seconds(time.instant) }
  return 'choices' in time ? { problem: time.problem, choices: time.choices.map(seconds) } : time
}
