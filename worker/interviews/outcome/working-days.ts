import { Temporal } from 'temporal-polyfill'

const saturday = 6

/** The day `days` working days (Monday to Friday) after a moment's day in a zone. */
function workingDay(from: Date, days: number, zone: string): Temporal.PlainDate {
  const instant = Temporal.Instant.fromEpochMilliseconds(from.getTime())
  let day = instant.toZonedDateTimeISO(zone).toPlainDate()
  for (let left = days; left > 0;) {
    day = day.add({ days: 1 })
    if (day.dayOfWeek < saturday) left -= 1
  }
  return day
}

/**
 * The last millisecond of the day that is `days` working days after `from`. Throws a RangeError for
 * an unknown zone.
 */
export function endOfWorkingDay(from: Date, days: number, zone: string): Date {
  const after = workingDay(from, days, zone).add({ days: 1 }).toZonedDateTime(zone)
  return new Date(after.epochMilliseconds - 1)
}

/**
 * Nine in the morning of the day that is `days` working days after `from`. Throws a RangeError for
 * an unknown zone.
 */
export function morningOfWorkingDay(from: Date, days: number, zone: string): Date {
  const day = workingDay(from, days, zone)
  const nine = day.toZonedDateTime({ timeZone: zone, plainTime: new Temporal.PlainTime(9) })
  return new Date(nine.epochMilliseconds)
}
