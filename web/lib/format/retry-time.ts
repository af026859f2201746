import { dayAndTime, time } from './dates.ts'

/** 16:30, with the day if it is not today. By this device's clock, which also times the wait. */
export function retryTime(moment: Date): string {
  const today = new Date(Date.now()).toDateString()
  return moment.toDateString() === today ? time(moment) : dayAndTime(moment)
}
