/** The same UTC time `months` later. The 31st becomes the last day of a shorter month. */
export function monthsLater(from: Date, months: number): Date {
  const [year, month, day] = [from.getUTCFullYear(), from.getUTCMonth() + months, from.getUTCDate()]
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const midnight = Date.UTC(year, month, Math.min(day, lastDay))
  return new Date(midnight + (from.getTime() % 86_400_000))
}
