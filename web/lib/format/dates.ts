import * as dates from '../../../worker/foundation/reader/dates.ts'
import * as relativeTime from '../../../worker/foundation/reader/relative-time.ts'
import { zoneOrUtc } from '../../../worker/foundation/reader/reader.ts'
import { serverTime } from '../http/server-time.svelte.ts'
import { reader } from '../reader/reader.ts'

type Moment = dates.Moment

const at = (zone: string | undefined) => (zone ? dates.inZone(reader(), zone) : reader())

/** 21 November 2026 */
export const day = (moment: Moment) => dates.day(reader(), moment)

/** The same day that the signed file says, for whoever reads it: its times are UTC. */
export const signedDay = (moment: Moment) => dates.signedDay(reader(), moment)

/** Wednesday 9 December; with the year where it is not this one */
export const weekday = (moment: Moment) => dates.weekday(reader(), moment, serverTime.now())

/** Wednesday 9 December at 23:59 CET: until when something can be done. */
export const weekdayExactly = (moment: Moment) =>
  dates.weekdayExactly(reader(), moment, serverTime.now())

/** November 2026 */
export const month = (moment: Moment) => dates.month(reader(), moment)

/** November 2026, from 2026-11: a month that lies in no zone. */
export const monthOf = (yearMonth: string) => dates.monthOf(reader(), yearMonth)

/** January to December. */
export const monthNames = () => dates.monthNames(reader())

/** 16:30 */
export const time = (moment: Moment, zone?: string) => dates.time(at(zone), moment)

/** 9 December 2026 at 16:30 */
export const dayAndTime = (moment: Moment, whose = reader()) => dates.dayAndTime(whose, moment)

/** 9 December 2026 at 16:30 CET: for what people meet at, or must not miss. */
export const exactly = (moment: Moment, zone?: string) => dates.exactly(at(zone), moment)

/** GMT+1 or BST: what the clocks of a zone are called at that moment. */
export const clock = (moment: Moment, zone?: string) => dates.zoneName(at(zone), moment)

/** 16:30 to 17:10 */
export const span = (from: Moment, minutes: number, zone?: string) =>
  dates.span(at(zone), from, minutes)

/** 0 to 23, by the reader's clock. */
export const hourOf = (moment: Moment) => dates.hourOf(reader(), moment)

/** A zone by its name; UTC where this browser has no rules for it. */
export const knownZone = (name: string) => zoneOrUtc(name).zone

/** Europe/Berlin: the reader's own. */
export const zone = () => reader().zone

/** today, tomorrow, in 16 days: by the calendar, for what lies ahead. */
export const daysAhead = (moment: Moment, now: Date) =>
  relativeTime.daysAhead(reader(), moment, now)

/** in 16 days, 3 hours ago, now: counted from the server's now, `serverTime.now()`. */
export const relative = (moment: Moment, now: Date) => relativeTime.relative(reader(), moment, now)
