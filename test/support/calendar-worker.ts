import { WorkerEntrypoint } from 'cloudflare:workers'

import { endOfDay } from '../../worker/foundation/reader/end-of-day.ts'
import { type LocalTime, slotTime } from '../../worker/interviews/slot/slot-time.ts'

/**
 * The rules that read zones, in a separate Worker. A Worker's modules are loaded at 1970-01-01, and
 * a library that reads the year then got summer times wrong. The test pool loads modules later and
 * would not show this.
 */
export default class CalendarWorker extends WorkerEntrypoint {
  slotTimes(times: LocalTime[]) {
    return times.map(slotTime)
  }

  endsOfDays(days: [now: Date, days: number, zone: string][]) {
    return days.map((one) => endOfDay(...one))
  }
}
