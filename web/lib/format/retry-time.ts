import { readerOfBrowser } from '../reader/reader.ts'
import { day, dayAndTime, exactly, time, zone } from './dates.ts'

/**
 * 16:30 in the reader's zone, with the day if it is not today there. If this device is in another
 * zone, its clock shows another time, so the zone's name is added. Today is by this device's clock,
 * which also times the wait.
 */
export function retryTime(moment: Date): string {
  if (readerOfBrowser().zone !== zone()) return exactly(moment)
  return day(moment) === day(Date.now()) ? time(moment) : dayAndTime(moment)
}
