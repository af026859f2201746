import { dayAndTime, time } from './dates.ts'

/** 16:30, and with its day where that is not today: on this device's clock, like the wait itself. */
export function retryTime(moment: Date): string {
  const today = new Date(Date.now()).toDateString()
  return moment.toDateString() === today ? time(moment) : dayAndTime(moment)
}
