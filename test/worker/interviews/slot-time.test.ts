import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'

import type { LocalTime } from '../../../worker/interviews/slot/slot-time.ts'
import { wallTimes } from '../../support/wall-times.ts'

it.each(wallTimes)('%s %s is %j, as tzdata 2025b says', async (zone, local, instants) => {
  const time = await slotTime({ local, zone })
  if (instants.length === 0) expect(time).toEqual({ problem: 'slot-time-missing' })
  else if (instants.length === 1) expect(time).toEqual({ instant: new Date(instants[0] ?? '') })
  else {
    const choices = instants.map((instant) => new Date(instant))
    expect(time).toEqual({ problem: 'slot-time-ambiguous', choices })
  }
})

it.each([
  ['Europe/Berlin', '2036-10-26T02:55', '+02:00', '2036-10-26T00:55Z'],
  ['Europe/Berlin', '2036-10-26T02:55', '+01:00', '2036-10-26T01:55Z'],
  ['America/New_York', '2027-11-07T01:30', '-05:00', '2027-11-07T06:30Z'],
  ['Australia/Lord_Howe', '2036-04-06T01:30', '+10:30', '2036-04-05T15:00Z'],
  ['Europe/London', '2027-03-30T09:30', '+01:00', '2027-03-30T08:30Z'],
])('%s %s with %s is %s', async (zone, local, offset, instant) => {
  expect(await slotTime({ local, zone, offset })).toEqual({ instant: new Date(instant) })
})

it.each([
  ['another season', 'Europe/London', '2027-03-30T09:30', '+00:00'],
  ['neither of two', 'America/New_York', '2027-11-07T01:30', '-06:00'],
])('refuses an offset of %s', async (_, zone, local, offset) => {
  expect(await slotTime({ local, zone, offset })).toEqual({ problem: 'slot-offset-wrong' })
})

it.each([
  'Europe/Atlantis',
  'Etc/Unknown',
  'Mars/Olympus_Mons',
  '+01:00',
  'Z',
  '',
  '../etc',
  'Europe/London\n',
])('refuses %j, which is no zone', async (zone) => {
  expect(await slotTime({ local: '2027-07-01T09:00', zone })).toEqual({
    problem: 'slot-zone-unknown',
  })
})

async function slotTime(time: LocalTime) {
  const [read] = await env.CALENDAR.slotTimes([time])
  return read
}
