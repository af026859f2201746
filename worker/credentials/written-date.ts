const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const minute = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'UTC',
})

/** “21 November 2026” */
export function writtenDay(at: Date | string): string {
  return day.format(new Date(at))
}

/** “23 November 2026, 06:00 UTC”: a reader may sit anywhere, so the zone is said. */
export function writtenMinute(at: Date): string {
  return `${minute.format(at).replace(' at ', ', ')} UTC`
}
