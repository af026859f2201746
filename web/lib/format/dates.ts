import * as dates from '../../../worker/foundation/reader/dates.ts'
import * as relativeTime from '../../../worker/foundation/reader/relative-time.ts'
import { zoneOrUtc } from '../../../worker/foundation/reader/reader.ts'
import { serverTime } from '../http/server-time.svelte.ts'
import { reader } from '../reader/reader.ts'

type Moment = dates.Moment

const at = (zone: string | undefined) => (zone ? dates.inZone(reader(), zone) : reader())

/** 21 November 2026 */
export const day = (moment: Moment) => dates.day(reader(), moment)

/** The day as in the signed file, the same for every reader: its times are UTC. */
export const signedDay = (moment: Moment) => dates.signedDay(reader(), moment)

/** Wednesday 9 December; with the year if it is not this year */
export const weekday = (moment: Moment) => dates.weekday(reader(), moment, serverTime.now())

/** Wednesday 9 December at 23:59 CET: for deadlines. */
export const weekdayExactly = (moment: Moment) =>
  dates.weekdayExactly(reader(), moment, serverTime.now())

/** November 2026, from 2026-11, without any zone. */
export const monthOf = (yearMonth: string) => dates.monthOf(reader(), yearMonth)

/** January to December. */
export const monthNames = () => dates.monthNames(reader())

/** 16:30 */
export const time = (moment: Moment, zone?: string) => dates.time(at(zone), moment)

/** 9 December 2026 at 16:30 */
export const dayAndTime = (moment: Moment, whose = reader()) => dates.dayAndTime(whose, moment)

/** 9 December 2026 at 16:30 CET: for appointments and deadlines. */
export const exactly = (moment: Moment, zone?: string) => dates.exactly(at(zone), moment)

/** GMT+1 or BST: the name of a zone's time at that moment. */
export const clock = (moment: Moment, zone?: string) => dates.zoneName(at(zone), moment)

/** 16:30 to 17:10 */
export const span = (from: Moment, minutes: number, zone?: string) =>
  dates.span(at(zone), from, minutes)

/** 0 to 23, in the reader's zone. */
export const hourOf = (moment: Moment) => dates.hourOf(reader(), moment)

/** A zone by its name; UTC if this browser does not know it. */
export const knownZone = (name: string) => zoneOrUtc(name).zone

/** Europe/Berlin: the reader's zone. */
export const zone = () => reader().zone

/** today, tomorrow, in 16 days: by calendar days, for future moments. */
export const daysAhead = (moment: Moment, now: Date) =>
  relativeTime.daysAhead(reader(), moment, now)

/** in 16 days, 3 hours ago, now: relative to the server's time, `serverTime.now()`. */
export const relative = (moment: Moment, now: Date) => relativeTime.relative(reader(), moment, now)
