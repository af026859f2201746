import { Temporal } from 'temporal-polyfill'

/** The day that it is in a zone: `2026-11-20`. */
export function todayIn(now: Date, zone: string): string {
  const at = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone)
  return at.toPlainDate().toString()
}
