const dayMs = 86_400_000

/** A promise counts whole days from the moment it is given. */
export function daysAfter(from: Date, days: number): Date {
  return new Date(from.getTime() + days * dayMs)
}
