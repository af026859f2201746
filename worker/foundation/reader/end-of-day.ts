import { Temporal } from 'temporal-polyfill'

/**
 * The last millisecond of a day in a zone: of today with 0 days, of tomorrow with 1, of yesterday with -1. By the calendar of
 * that zone, so each day between may have 23 or 25 hours. Throws a RangeError for a zone that the
 * platform does not know; the zone of a reader (`Reader`) is always known.
 */
export function endOfDay(now: Date, days: number, zone: string): Date {
  const at = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone)
  // Its first moment, which is not midnight where the clocks skip that.
  const dayAfter = at
    .toPlainDate()
    .add({ days: days + 1 })
    .toZonedDateTime(zone)
  return new Date(dayAfter.epochMilliseconds - 1)
}
