import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'

import type { LocalTime } from '../../../worker/interviews/slot/slot-time.ts'

/**
 * A wall time and each instant at which the clocks of the zone show it: none where they skip it, two
 * where they show it twice. Worked out from tzdata 2025b with Python's `zoneinfo`.
 */
const vectors: [zone: string, local: string, instants: string[]][] = [
  ['Europe/London', '2027-03-28T00:55', ['2027-03-28T00:55Z']],
  ['Europe/London', '2027-03-28T01:00', []],
  ['Europe/London', '2027-03-28T01:30', []],
  ['Europe/London', '2027-03-28T02:00', ['2027-03-28T01:00Z']],
  ['Europe/London', '2027-03-30T09:30', ['2027-03-30T08:30Z']],
  ['Europe/London', '2027-10-31T00:55', ['2027-10-30T23:55Z']],
  ['Europe/London', '2027-10-31T01:30', ['2027-10-31T00:30Z', '2027-10-31T01:30Z']],
  ['Europe/London', '2027-10-31T02:00', ['2027-10-31T02:00Z']],
  ['Europe/London', '2036-03-30T01:15', []],
  ['Europe/London', '2036-07-01T09:00', ['2036-07-01T08:00Z']],
  ['Europe/London', '2036-10-26T01:45', ['2036-10-26T00:45Z', '2036-10-26T01:45Z']],
  ['Europe/Berlin', '2027-03-28T01:55', ['2027-03-28T00:55Z']],
  ['Europe/Berlin', '2027-03-28T02:30', []],
  ['Europe/Berlin', '2027-03-28T03:00', ['2027-03-28T01:00Z']],
  ['Europe/Berlin', '2027-10-31T02:30', ['2027-10-31T00:30Z', '2027-10-31T01:30Z']],
  ['Europe/Berlin', '2027-10-31T03:00', ['2027-10-31T02:00Z']],
  ['Europe/Berlin', '2036-03-30T02:05', []],
  ['Europe/Berlin', '2036-10-26T02:55', ['2036-10-26T00:55Z', '2036-10-26T01:55Z']],
  ['America/New_York', '2027-03-14T01:55', ['2027-03-14T06:55Z']],
  ['America/New_York', '2027-03-14T02:30', []],
  ['America/New_York', '2027-03-14T03:00', ['2027-03-14T07:00Z']],
  ['America/New_York', '2027-11-07T01:30', ['2027-11-07T05:30Z', '2027-11-07T06:30Z']],
  ['America/New_York', '2027-11-07T02:00', ['2027-11-07T07:00Z']],
  ['America/New_York', '2036-03-09T02:00', []],
  ['America/New_York', '2036-11-02T01:00', ['2036-11-02T05:00Z', '2036-11-02T06:00Z']],
  ['Australia/Lord_Howe', '2027-04-04T01:25', ['2027-04-03T14:25Z']],
  ['Australia/Lord_Howe', '2027-04-04T01:45', ['2027-04-03T14:45Z', '2027-04-03T15:15Z']],
  ['Australia/Lord_Howe', '2027-04-04T02:00', ['2027-04-03T15:30Z']],
  ['Australia/Lord_Howe', '2027-10-03T02:15', []],
  ['Australia/Lord_Howe', '2027-10-03T02:30', ['2027-10-02T15:30Z']],
  ['Australia/Lord_Howe', '2036-04-06T01:30', ['2036-04-05T14:30Z', '2036-04-05T15:00Z']],
  ['Australia/Lord_Howe', '2036-10-05T02:10', []],
  ['Asia/Kathmandu', '2027-03-28T02:30', ['2027-03-27T20:45Z']],
  ['Asia/Kathmandu', '2027-10-31T01:30', ['2027-10-30T19:45Z']],
  ['Asia/Kathmandu', '2036-12-31T23:55', ['2036-12-31T18:10Z']],
  ['Asia/Singapore', '2027-03-30T10:00', ['2027-03-30T02:00Z']],
  ['Asia/Singapore', '2036-06-30T23:30', ['2036-06-30T15:30Z']],
]

it.each(vectors)('%s %s is %j, as tzdata 2025b says', async (zone, local, instants) => {
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
])('guesses nothing for %j, which is no zone', async (zone) => {
  expect(await slotTime({ local: '2027-07-01T09:00', zone })).toEqual({
    problem: 'slot-zone-unknown',
  })
})

async function slotTime(time: LocalTime) {
  const [read] = await env.CALENDAR.slotTimes([time])
  return read
}
