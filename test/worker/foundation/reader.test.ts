import { expect, test } from 'vitest'

import {
  day,
  weekdayExactly,
  exactly,
  inZone,
  signedDay,
  span,
  time,
  weekday,
  zoneName,
} from '../../../worker/foundation/reader/dates.ts'
import {
  about,
  figure,
  listed,
  money,
  moneyRange,
} from '../../../worker/foundation/reader/figures.ts'
import { readerOf, readerOfHeader } from '../../../worker/foundation/reader/languages.ts'
import { localeOf } from '../../../worker/foundation/reader/locale.ts'
import { isKnownZone, regionOf } from '../../../worker/foundation/reader/reader.ts'
import { daysAhead, relative } from '../../../worker/foundation/reader/relative-time.ts'

// The narrow space before "pm" differs between versions of the platform's data.
const plain = (text: string) => text.replace(/[\u202f\u00a0\u2009]/g, ' ')
const reader = (region: string | null, zone: string | null = 'Europe/London') =>
  readerOf({ language: 'en', region, zone })

test.each([
  ['GB', '28 November 2026'],
  ['IE', '28 November 2026'],
  ['US', 'November 28, 2026'],
  ['PH', 'November 28, 2026'],
  ['AU', '28 November 2026'],
  // The platform has no English for China; plain English would be American.
  ['CN', '28 November 2026'],
  [null, '28 November 2026'],
])('a reader in %s reads %s', (region, words) => {
  expect(day(reader(region), '2026-11-28T12:00:00Z')).toBe(words)
})

test.each([
  ['Europe/London', '2027-03-30T08:30:00Z', '30 March 2027 at 09:30 BST'],
  ['Europe/London', '2027-01-30T09:30:00Z', '30 January 2027 at 09:30 GMT'],
  ['America/Los_Angeles', '2026-11-28T07:59:00Z', '27 November 2026 at 23:59 GMT-8'],
  ['Asia/Kathmandu', '2026-11-28T18:30:00Z', '29 November 2026 at 00:15 GMT+5:45'],
  [null, '2026-11-28T00:42:00Z', '28 November 2026 at 00:42 UTC'],
])('hour and zone in %s at %s', (zone, moment, words) => {
  expect(plain(exactly(reader('GB', zone), moment))).toBe(words)
})

test('an American reads American hours', () => {
  const american = reader('US', 'America/New_York')
  expect(plain(exactly(american, '2026-12-09T21:30:00Z'))).toBe('December 9, 2026 at 4:30 PM EST')
  expect(plain(time(american, '2026-12-09T21:30:00Z'))).toBe('4:30 PM')
  expect(plain(span(american, '2026-12-09T21:30:00Z', 40))).toBe('4:30 – 5:10 PM')
})

test('the day of a signed document is its UTC day for every reader', () => {
  const at = '2026-11-28T00:42:00Z'
  expect(day(reader('GB', 'America/New_York'), at)).toBe('27 November 2026')
  expect(signedDay(reader('GB', 'America/New_York'), at)).toBe('28 November 2026')
  expect(signedDay(reader('GB', 'Pacific/Kiritimati'), '2026-11-27T23:42:00Z')).toBe(
    '27 November 2026',
  )
})

test('an interview is shown in the zone in which it is held', () => {
  const there = inZone(reader('GB'), 'Asia/Singapore')
  expect(time(there, '2026-12-09T02:00:00Z')).toBe('10:00')
  expect(inZone(reader('GB'), 'Mars/Olympus_Mons')).toMatchObject({ zone: 'UTC', zoneKnown: false })
  expect(zoneName(inZone(reader('GB'), 'Europe/London'), '2026-07-01T00:00:00Z')).toBe('BST')
})

test.each([
  ['the browser’s own “unknown”', 'Etc/Unknown'],
  ['a made-up name', 'Mars/Base'],
  ['an offset', '+01:00'],
  ['nothing', ''],
  ['a name with a space behind it', 'Europe/London '],
  ['a name too long for any zone', 'x'.repeat(20_000)],
])('a zone that is %s is not known, so it is UTC and said to be unknown', (_, zone) => {
  expect(isKnownZone(zone)).toBe(false)
  expect(reader('GB', zone)).toMatchObject({ zone: 'UTC', zoneKnown: false })
})

test.each(['UTC', 'Europe/Kyiv', 'Asia/Kolkata', 'America/Argentina/Buenos_Aires'])(
  'the zone %s is known',
  (zone) => expect(isKnownZone(zone)).toBe(true),
)

test.each([
  ['en-GB,en;q=0.9', 'en-GB'],
  ['en;q=0.8, en-US;q=0.7', 'en-US'],
  ['en-US;q=0.2, en-AU', 'en-AU'],
  // There are no messages in German: English words, German order.
  ['de-DE,de;q=0.9', 'en-DE'],
  ['zh-Hant-TW', 'en-001'],
  ['en-GB;q=0, en-NZ;q=0.1', 'en-NZ'],
  ['*', 'en-001'],
  ['', 'en-001'],
  [null, 'en-001'],
])('a stranger who asks for %j reads %s and UTC', (header, locale) => {
  const stranger = readerOfHeader(header)
  expect(localeOf(stranger)).toBe(locale)
  expect(stranger).toMatchObject({ zone: 'UTC', zoneKnown: false })
})

test.each(['-', ',', ';q=', 'en-GB,', 'en;q=0.'])(
  'twenty thousand characters of %j in a header are read quickly',
  (part) => {
    const started = performance.now()
    readerOfHeader(part.repeat(20_000 / part.length))
    expect(performance.now() - started).toBeLessThan(1000)
  },
)

test('a language without messages falls back to one that has them', () => {
  expect(readerOf({ language: 'es', region: 'MX', zone: null }).language).toBe('en')
})

test('the region of a tag', () => {
  expect(['en-GB', 'sr-Latn-RS', 'en', 'es-419', 'en-gb-oxendict'].map(regionOf)).toEqual([
    'GB',
    'RS',
    null,
    null,
    'GB',
  ])
})

test('days ahead are counted by the calendar of the reader’s zone', () => {
  const now = new Date('2026-11-27T23:30:00Z')
  const soon = '2026-11-28T08:30:00Z'
  expect(daysAhead(reader('GB', 'Europe/London'), soon, now)).toBe('tomorrow')
  expect(daysAhead(reader('GB', 'Asia/Tokyo'), soon, now)).toBe('today')
  expect(relative(reader('GB'), soon, now)).toBe('in 9 hours')
})

test('numbers and amounts are written as the reader’s country writes them', () => {
  expect(figure(reader('GB'), 131_072)).toBe('131,072')
  expect(figure(reader('DE'), 2.91, 1)).toBe('2,9')
  expect(figure(reader('GB'), 3, 2, true)).toBe('3.00')
  expect(money(reader('GB'), 1_310, 'GBP')).toBe('£13.10')
  expect(money(reader('US'), 1_310, 'GBP')).toBe('£13.10')
  expect(money(reader('IN'), 13_105_000, 'INR')).toBe('₹1,31,050.00')
  expect(money(reader('GB'), 1_500, 'JPY')).toBe('JP¥1,500')
  expect(moneyRange(reader('GB'), 1_310, 1_360, 'GBP')).toMatch(/^£13\.10\s?–\s?£13\.60$/)
  expect(moneyRange(reader('GB'), 1_310, 1_310, 'GBP')).toBe('£13.10')
  expect(about(reader('GB'), 16_312, 17_003, 'GBP')).toMatch(/^£16,300\s?–\s?£17,000$/)
  expect(listed(reader('GB'), ['one', 'two', 'three'])).toBe('one, two and three')
  expect(listed(reader('US'), ['one', 'two', 'three'])).toBe('one, two, and three')
})

test.each([
  ['GB', '2026-12-09T16:30:00Z', 'Wednesday 9 December', 'Wednesday 9 December at 16:30 GMT'],
  [
    'GB',
    '2027-12-09T16:30:00Z',
    'Thursday, 9 December 2027',
    'Thursday, 9 December 2027 at 16:30 GMT',
  ],
  ['US', '2026-12-09T16:30:00Z', 'Wednesday, December 9', 'Wednesday, December 9 at 4:30 PM GMT'],
])('a weekday in %s of %s has its year where it is not this one', (region, moment, on, until) => {
  const now = '2026-11-25T18:00:00Z'
  expect(plain(weekday(reader(region), moment, now))).toBe(on)
  expect(plain(weekdayExactly(reader(region), moment, now))).toBe(until)
})

test('this year is the reader’s own', () => {
  const tokyo = reader('GB', 'Asia/Tokyo')
  expect(weekday(tokyo, '2026-12-31T18:00:00Z', '2026-12-31T12:00:00Z')).toMatch(/2027/)
  expect(weekday(tokyo, '2026-12-31T18:00:00Z', '2026-12-31T15:30:00Z')).not.toMatch(/2027/)
})
