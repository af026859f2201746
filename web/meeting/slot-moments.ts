import { offsetOf } from '../../worker/foundation/reader/dates.ts'

const dayMs = 86_400_000

interface Wall {
  date: string
  time: string
  zone: string
}

/**
 * The instants at which the clocks of a zone show this time, earliest first: none in an hour that
 * they skip, two in one that they repeat. The same instants as `timesOf` in
 * `worker/interviews/slot/slot-time.ts` finds.
 */
export function momentsOf({ date, time, zone }: Wall): Date[] {
  const wall = Date.parse(`${date}T${time}:00Z`)
  // The clocks change at most once within two days.
  const offsets = new Set([offsetOf(zone, wall - dayMs), offsetOf(zone, wall + dayMs)])
  return [...offsets]
    .map((offset) => ({ offset, moment: new Date(`${date}T${time}:00${offset}`) }))
    .filter(({ offset, moment }) => offsetOf(zone, moment) === offset)
    .map(({ moment }) => moment)
    .toSorted((one, other) => one.getTime() - other.getTime())
}
