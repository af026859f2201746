import { Temporal } from 'temporal-polyfill'

/**
 * The last millisecond of a day in a zone: 0 days is today, 1 is tomorrow, -1 is yesterday. It
 * counts calendar days of that zone, which can have 23 or 25 hours. Throws a RangeError for a zone
 * that the platform does not know; the zone of a reader (`Reader`) is always known.
 */
export function endOfDay(now: Date, days: number, zone: string): Date {
  const at = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone)
  // The first moment of the day is not midnight if a clock change skips midnight.
  const dayAfter = at
    .toPlainDate()
    .add({ days: days + 1 })
    .toZonedDateTime(zone)
  return new Date(dayAfter.epochMilliseconds - 1)
}
