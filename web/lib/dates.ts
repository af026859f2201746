import { getLocale } from '../paraglide/runtime.js'

type Moment = Date | string | number

const made = new Map<string, Intl.DateTimeFormat>()

function format(moment: Moment, options: Intl.DateTimeFormatOptions): string {
  const key = getLocale() + JSON.stringify(options)
  const found = made.get(key) ?? new Intl.DateTimeFormat(region(), options)
  made.set(key, found)
  return found.format(new Date(moment))
}

/** The reader's own variant of the language, so that 3 July is not written as 7/3 in London. */
function region(): string {
  const locale = getLocale()
  return navigator.languages.find((language) => language.split('-')[0] === locale) ?? 'en-GB'
}

/** 21 November 2026 */
export const day = (moment: Moment) => format(moment, { dateStyle: 'long' })

/** Wednesday 9 December */
export const weekday = (moment: Moment, timeZone = zone()) =>
  format(moment, { weekday: 'long', day: 'numeric', month: 'long', timeZone })

/** November 2026 */
export const month = (moment: Moment) => format(moment, { month: 'long', year: 'numeric' })

/** November 2026, from 2026-11: a month that lies in no zone. */
export const monthOf = (yearMonth: string) =>
  format(`${yearMonth}-01T12:00:00Z`, { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** 16:30 */
export const time = (moment: Moment, timeZone = zone()) =>
  format(moment, { timeStyle: 'short', timeZone })

/** 9 December 2026 at 16:30 */
export const dayAndTime = (moment: Moment) =>
  format(moment, { dateStyle: 'long', timeStyle: 'short' })

/** 9 December 2026 at 16:30 CET: for what people meet at, or must not miss. */
export const exactly = (moment: Moment, timeZone = zone()) =>
  format(moment, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  })

/** GMT+1 or BST: what the clocks of a zone are called at that moment. */
export const clock = (moment: Moment, timeZone = zone()) => {
  const parts = new Intl.DateTimeFormat(region(), {
    timeZoneName: 'short',
    timeZone,
  }).formatToParts(new Date(moment))
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}

/** 16:30 to 17:10 */
export const span = (from: Moment, minutes: number, timeZone = zone()) =>
  new Intl.DateTimeFormat(region(), { timeStyle: 'short', timeZone }).formatRange(
    new Date(from),
    new Date(new Date(from).getTime() + minutes * 60_000),
  )

/** Europe/Berlin: the reader's own. */
export function zone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

const minute = 60
const hour = 60 * minute
const dayLong = 24 * hour

const steps: [seconds: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [365 * dayLong, 'year'],
  [30 * dayLong, 'month'],
  [dayLong, 'day'],
  [hour, 'hour'],
  [minute, 'minute'],
]

/** today, tomorrow, in 16 days: by the calendar, for what lies ahead. */
export function daysAhead(moment: Moment, now: Date): string {
  const dayOf = (at: Date) => Date.UTC(at.getFullYear(), at.getMonth(), at.getDate())
  const days = (dayOf(new Date(moment)) - dayOf(now)) / (1000 * dayLong)
  return new Intl.RelativeTimeFormat(getLocale(), { numeric: 'auto' }).format(days, 'day')
}

/** in 16 days, 3 hours ago, now: counted from the server's now, `serverTime.now()`. */
export function relative(moment: Moment, now: Date): string {
  const seconds = (new Date(moment).getTime() - now.getTime()) / 1000
  const words = new Intl.RelativeTimeFormat(getLocale(), { numeric: 'auto' })
  const step = steps.find(([length]) => Math.abs(seconds) >= length)
  return step ? words.format(Math.trunc(seconds / step[0]), step[1]) : words.format(0, 'second')
}
