import type { Moment } from './dates.ts'
import { localeOf } from './locale.ts'
import type { Reader } from './reader.ts'

const minute = 60
const hour = 60 * minute
const day = 24 * hour

const steps: [seconds: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [365 * day, 'year'],
  [30 * day, 'month'],
  [day, 'day'],
  [hour, 'hour'],
  [minute, 'minute'],
]

const words = (reader: Reader) => new Intl.RelativeTimeFormat(localeOf(reader), { numeric: 'auto' })

/** in 16 days, 3 hours ago, now: relative to `now`. */
export function relative(reader: Reader, moment: Moment, now: Date): string {
  const seconds = (new Date(moment).getTime() - now.getTime()) / 1000
  const step = steps.find(([length]) => Math.abs(seconds) >= length)
  return step
    ? words(reader).format(Math.trunc(seconds / step[0]), step[1])
    : words(reader).format(0, 'second')
}

/** today, tomorrow, in 16 days: counted in calendar days of the reader's zone. */
export function daysAhead(reader: Reader, moment: Moment, now: Date): string {
  const days = dayNumber(reader, new Date(moment)) - dayNumber(reader, now)
  return words(reader).format(days, 'day')
}

function dayNumber({ zone }: Reader, at: Date): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(at)
  const part = (name: string) => Number(parts.find(({ type }) => type === name)?.value)
  return Date.UTC(part('year'), part('month') - 1, part('day')) / (1000 * day)
}
