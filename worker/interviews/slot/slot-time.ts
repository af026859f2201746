import { Temporal } from 'temporal-polyfill'

/** A local time: `YYYY-MM-DDTHH:mm` in an IANA zone. */
export interface LocalTime {
  local: string
  zone: string
  /** For example `-05:00`. Needed only if the clocks show this hour twice. */
  offset?: string | undefined
}

export type SlotTime =
  | { instant: Date }
  | { problem: 'slot-zone-unknown' | 'slot-time-missing' | 'slot-offset-wrong' }
  | { problem: 'slot-time-ambiguous'; choices: [Date, Date] }

/**
 * The instant of a local time. A time that the clocks skip has none; a time that they repeat has
 * two, and the offset says which is meant.
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

/** The instants at which clocks of a zone show this time; undefined for an unknown zone. */
function timesOf(wall: Temporal.PlainDateTime, zone: string) {
  // Accepts zones by name only: the library also takes `+01:00`, which has no summer time rules.
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/.test(zone)) return undefined
  try {
    const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
    const later = wall.toZonedDateTime(zone, { disambiguation: 'later' })
    // In a skipped hour, no instant converts back to the given time.
    return [earlier, later].filter((time) => time.toPlainDateTime().equals(wall))
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
