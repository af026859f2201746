import { type Reader, isKnownZone } from './reader.ts'
import { localeOf } from './locale.ts'

export type Moment = Date | string | number

const formats = new Map<string, Intl.DateTimeFormat>()
const mostFormats = 300

/** Caches formats by locale and options. Creating one costs more than using it a hundred times. */
function formatOf(reader: Reader, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = localeOf(reader)
  const key = `${locale} ${JSON.stringify(options)}`
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options)
  if (formats.size >= mostFormats) formats.clear()
  formats.set(key, format)
  return format
}

const written = (reader: Reader, moment: Moment, options: Intl.DateTimeFormatOptions) =>
  formatOf(reader, { timeZone: reader.zone, ...options }).format(new Date(moment))

/** 21 November 2026, or November 21, 2026: in the order of the reader's country. */
export const day = (reader: Reader, moment: Moment) =>
  written(reader, moment, { dateStyle: 'long' })

/**
 * The day of a signed document, in UTC for every reader. The document's times are in UTC, and a
 * page must show the same day as the file.
 */
export const signedDay = (reader: Reader, moment: Moment) =>
  written(reader, moment, { dateStyle: 'long', timeZone: 'UTC' })

const weekdayForm = { weekday: 'long', day: 'numeric', month: 'long' } as const
const hourForm = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const

const yearOf = (reader: Reader, moment: Moment) => written(reader, moment, { year: 'numeric' })

/**
 * Adds the year if it is not the current year: readers take a day without a year for one of this
 * year.
 */
const yearForm = (reader: Reader, moment: Moment, now: Moment) =>
  yearOf(reader, moment) === yearOf(reader, now) ? {} : ({ year: 'numeric' } as const)

/** Wednesday 9 December. In another year than now: Saturday, 9 January 2027. */
export const weekday = (reader: Reader, moment: Moment, now: Moment) =>
  written(reader, moment, { ...weekdayForm, ...yearForm(reader, moment, now) })

/**
 * Wednesday 9 December at 23:59 CET, with the year if it is not the current one: for deadlines.
 */
export const weekdayExactly = (reader: Reader, moment: Moment, now: Moment) =>
  written(reader, moment, { ...weekdayForm, ...yearForm(reader, moment, now), ...hourForm })

/** November 2026 */
export const month = (reader: Reader, moment: Moment) =>
  written(reader, moment, { month: 'long', year: 'numeric' })

/** November 2026, from 2026-11: a month has no time zone. */
export const monthOf = (reader: Reader, yearMonth: string) =>
  month({ ...reader, zone: 'UTC' }, `${yearMonth}-01T12:00:00Z`)

/** January to December. */
export const monthNames = (reader: Reader) =>
  Array.from({ length: 12 }, (_, index) =>
    written(reader, Date.UTC(2000, index), { month: 'long', timeZone: 'UTC' }),
  )

/** 16:30 */
export const time = (reader: Reader, moment: Moment) =>
  written(reader, moment, { timeStyle: 'short' })

/** 9 December 2026 at 16:30 */
export const dayAndTime = (reader: Reader, moment: Moment) =>
  written(reader, moment, { dateStyle: 'long', timeStyle: 'short' })

/** 9 December 2026 at 16:30 CET: for meetings and deadlines. */
export const exactly = (reader: Reader, moment: Moment) =>
  written(reader, moment, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...hourForm,
  })

/** GMT+1 or BST: the name of the reader's zone at that moment. */
export function zoneName(reader: Reader, moment: Moment): string {
  const options: Intl.DateTimeFormatOptions = { timeZoneName: 'short', timeZone: reader.zone }
  const parts = formatOf(reader, options).formatToParts(new Date(moment))
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? reader.zone
}

/** 16:30–17:10 */
export function span(reader: Reader, from: Moment, minutes: number): string {
  const start = new Date(from)
  const end = new Date(start.getTime() + minutes * 60_000)
  return formatOf(reader, { timeStyle: 'short', timeZone: reader.zone }).formatRange(start, end)
}

/** The same reader with another zone, such as an interview's. An unknown zone becomes UTC. */
export function inZone(reader: Reader, zone: string): Reader {
  return isKnownZone(zone)
    ? { ...reader, zone, zoneKnown: true }
    : { ...reader, zone: 'UTC', zoneKnown: false }
}

/** 0 to 23, in the reader's zone. */
export const hourOf = (reader: Reader, moment: Moment) =>
  new Date(new Date(moment).getTime() + offsetMinutes(reader.zone, moment) * 60_000).getUTCHours()

/** -05:00: the offset of a zone from UTC at that moment. */
export function offsetOf(zone: string, moment: Moment): string {
  const minutes = offsetMinutes(zone, moment)
  const digits = (value: number) => String(value).padStart(2, '0')
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `${minutes < 0 ? '-' : '+'}${digits(hours)}:${digits(rest)}`
}

function offsetMinutes(zone: string, moment: Moment): number {
  const timeZone = isKnownZone(zone) ? zone : 'UTC'
  const format = new Intl.DateTimeFormat('en', { timeZoneName: 'longOffset', timeZone })
  const name = format.formatToParts(new Date(moment)).find(({ type }) => type === 'timeZoneName')
  const [, sign = '+', hours = 0, minutes = 0] = /([+-])(\d\d):(\d\d)/.exec(name?.value ?? '') ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}
