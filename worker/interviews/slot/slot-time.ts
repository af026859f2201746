import { Temporal } from 'temporal-polyfill'

/** A time as a person reads it off a wall: `YYYY-MM-DDTHH:mm` in an IANA zone. */
export interface LocalTime {
  local: string
  zone: string
  /** Says which of two is meant where a clock shows an hour twice: `-05:00`. */
  offset?: string | undefined
}

export type SlotTime =
  | { instant: Date }
  | { problem: 'slot-zone-unknown' | 'slot-time-missing' | 'slot-offset-wrong' }
  | { problem: 'slot-time-ambiguous'; choices: [Date, Date] }

/**
 * The one instant a local time names. An hour that the clocks skip names none; an hour they repeat
 * names two, and only its offset settles which.
 */
export function slotTime({ local, zone, offset }: LocalTime): SlotTime {
  const found = timesOf(Temporal.PlainDateTime.from(local), zone)
  if (!found) return { problem: 'slot-zone-unknown' }
  if (found.length === 0) return { problem: 'slot-time-missing' }
  const meant = found.filter((time) => offset === undefined || time.offset === offset)
  const [one, other] = meant.map(({ epochMilliseconds }) => new Date(epochMilliseconds))
  if (!one) return { problem: 'slot-offset-wrong' }
  if (!other || one.getTime() === other.getTime()) return { instant: one }
  return { problem: 'slot-time-ambiguous', choices: [one, other] }
}

/** The times at which the clocks of a zone show this; undefined where there is no such zone. */
function timesOf(wall: Temporal.PlainDateTime, zone: string) {
  // Zones by name only: the library would take `+01:00` too, which names no rules.
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/.test(zone)) return undefined
  try {
    const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
    const later = wall.toZonedDateTime(zone, { disambiguation: 'later' })
    // Where the clocks skip an hour, no instant reads back as what was asked.
    return [earlier, later].filter((time) => time.toPlainDateTime().equals(wall))
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
