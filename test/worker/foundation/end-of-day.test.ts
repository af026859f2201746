import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'

import { zones } from '../../support/zone-changes.ts'

/**
 * Now, days, zone and the last minute of that day, computed with Python's `zoneinfo` on tzdata
 * 2025b.
 */
const vectors: [now: string, days: number, zone: string, lastMinute: string][] = [
  ['2026-11-20T15:12Z', 14, 'America/Los_Angeles', '2026-12-05T07:59Z'],
  ['2026-11-20T15:12Z', 14, 'Europe/London', '2026-12-04T23:59Z'],
  ['2026-11-20T07:30Z', 7, 'America/Los_Angeles', '2026-11-27T07:59Z'],
  ['2026-11-20T23:59Z', 0, 'UTC', '2026-11-20T23:59Z'],
  ['2026-11-20T12:00Z', 1, 'UTC', '2026-11-21T23:59Z'],
  ['2027-03-26T12:00Z', 2, 'Europe/London', '2027-03-28T22:59Z'],
  ['2027-03-25T23:30Z', 7, 'Europe/Berlin', '2027-04-02T21:59Z'],
  ['2027-10-29T12:00Z', 2, 'Europe/Berlin', '2027-10-31T22:59Z'],
  ['2027-03-01T12:00Z', 13, 'America/New_York', '2027-03-15T03:59Z'],
  ['2027-11-06T12:00Z', 1, 'America/New_York', '2027-11-08T04:59Z'],
  ['2027-04-01T12:00Z', 2, 'Australia/Lord_Howe', '2027-04-03T12:59Z'],
  ['2027-09-28T12:00Z', 4, 'Australia/Lord_Howe', '2027-10-02T13:29Z'],
  ['2027-05-05T18:14Z', 3, 'Asia/Kathmandu', '2027-05-08T18:14Z'],
  ['2027-05-05T18:15Z', 3, 'Asia/Kathmandu', '2027-05-09T18:14Z'],
  ['2027-02-25T10:00Z', 0, 'Pacific/Kiritimati', '2027-02-26T09:59Z'],
  ['2027-02-25T10:00Z', 0, 'Pacific/Pago_Pago', '2027-02-25T10:59Z'],
  ['2028-02-28T12:00Z', 1, 'Asia/Singapore', '2028-02-29T15:59Z'],
  ['2027-04-28T12:00Z', 1, 'Africa/Cairo', '2027-04-29T21:59Z'],
  ['2027-03-26T12:00Z', 1, 'Asia/Beirut', '2027-03-27T21:59Z'],
  ['2027-09-03T12:00Z', 1, 'America/Santiago', '2027-09-05T03:59Z'],
  ['2036-12-30T12:00Z', 1, 'Europe/London', '2036-12-31T23:59Z'],
]

it.each(vectors)(
  'from %s, %i days on in %s, the day ends with %s',
  async (now, days, zone, last) => {
    const [end] = await env.CALENDAR.endsOfDays([[new Date(now), days, zone]])
    expect(end?.getTime()).toBe(new Date(last).getTime() + 59_999)
  },
)

it('is the last moment of the day that the clocks of every zone show', async () => {
  const [now, days] = [new Date('2027-03-20T09:00Z'), Array.from({ length: 30 }, (_, n) => n * 12)]
  for (const zone of zones) {
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' })
    const ends = await env.CALENDAR.endsOfDays(days.map((n) => [now, n, zone]))
    const shown = ends.map((end) => [day.format(end), day.format(end.getTime() + 1)])
    expect(shown, zone).toEqual(
      days.map((n) => [n, n + 1].map((on) => dayAfter(day.format(now), on))),
    )
  }
})

/** The date some days later; dates alone have no zone. */
function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
}
