const minute = 60_000
const day = 1440 * minute

/** Every zone the platform knows by name, and UTC, which it does not list. */
export const zones = [...Intl.supportedValuesOf('timeZone'), 'UTC']

/** The zone's offset from UTC in minutes at an instant, by the platform's own `Intl`. */
export type OffsetAt = (instant: number) => number

export function offsetsOf(zone: string): OffsetAt {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
  return (instant) => {
    // `GMT`, `GMT+05:45` or `GMT-03:00`, after the date.
    const [, sign, hours, minutes] =
      /GMT(?:([+-])(\d\d):(\d\d))?$/.exec(format.format(instant)) ?? []
    if (hours === undefined) return 0
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  }
}

/**
 * The first instant of each new offset between two times, to the minute. Offsets are compared every
 * twenty days; Morocco, which changes most often, keeps an offset for four weeks.
 */
export function changesOf(offsetAt: OffsetAt, from: number, until: number): number[] {
  const changes: number[] = []
  for (let start = from; start < until; start += 20 * day) {
    let [before, after] = [start, Math.min(start + 20 * day, until)]
    const old = offsetAt(before)
    if (old === offsetAt(after)) continue
    while (after - before > minute) {
      const middle = before + Math.floor((after - before) / 2 / minute) * minute
      if (offsetAt(middle) === old) before = middle
      else after = middle
    }
    changes.push(after)
  }
  return changes
}

/** Every instant at which the zone's clocks show this wall time (given as if it were UTC). */
export function instantsOf(wall: number, offsetAt: OffsetAt): number[] {
  const offsets = new Set([offsetAt(wall - day), offsetAt(wall + day)])
  return [...offsets]
    .map((offset) => wall - offset * minute)
    .filter((instant) => instant + offsetAt(instant) * minute === wall)
    .toSorted((one, other) => one - other)
}
