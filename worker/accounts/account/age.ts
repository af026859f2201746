export interface Birth {
  birthYear: number | null
  birthMonth: number | null
}

/**
 * Whether somebody is 18 or older. Employers find only adults, and the open programme takes only
 * adults.
 */
export function isAdult(birth: Birth, now: Date): boolean {
  return isOfAge(18, birth, now)
}

export const minimumYears = 16

/**
 * Whether somebody is `years` old. True from the first day (UTC) of the month after the month of
 * the birthday, because the day is unknown. Without a month it assumes December; without a year it
 * is false.
 */
export function isOfAge(years: number, { birthYear, birthMonth }: Birth, now: Date): boolean {
  if (birthYear === null) return false
  const months = now.getUTCFullYear() * 12 + now.getUTCMonth() + 1
  return months > (birthYear + years) * 12 + (birthMonth ?? 12)
}

/**
 * The moment from which `isAdult` is true: the first day of a month, UTC. Null if the year is
 * unknown.
 */
export function adultFrom({ birthYear, birthMonth }: Birth): Date | null {
  return birthYear === null ? null : new Date(Date.UTC(birthYear + 18, birthMonth ?? 12, 1))
}

/** Whether the birth year alone does not tell if somebody is 16, or 18, today. */
export function needsMonth(birthYear: number, now: Date): boolean {
  const age = now.getUTCFullYear() - birthYear
  return age === minimumYears || age === 18
}
