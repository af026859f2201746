const dayMs = 86_400_000

/** Promises are counted in whole days of 24 hours. */
export function daysAfter(from: Date, days: number): Date {
  return new Date(from.getTime() + days * dayMs)
}
