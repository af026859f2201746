const dayMs = 86_400_000

/** Adds days of exactly 24 hours, in which promises are counted. */
export function daysAfter(from: Date, days: number): Date {
  return new Date(from.getTime() + days * dayMs)
}
