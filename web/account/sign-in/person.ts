import { monthNames as namesOfMonths } from '../../lib/format/dates.ts'
import { m } from '../../paraglide/messages.js'

interface Option {
  value: string
  words: string
}

export const languages = (): Option[] => [{ value: 'en', words: m.account_language_en() }]

export function monthNames(): Option[] {
  return namesOfMonths().map((words, index) => ({ value: String(index + 1), words }))
}

/** Whether the month is needed to tell if somebody is 16, or 18. The server checks again. */
export function monthSettlesAge(birthYear: number, thisYear: number): boolean {
  return [16, 18].includes(thisYear - birthYear)
}

/**
 * Whether the server would refuse this birth date, by the rule of `isOfAge` in
 * `worker/accounts/account/age.ts`.
 */
export function isUnder16(birthYear: number, birthMonth: number | null, now: Date): boolean {
  const months = now.getUTCFullYear() * 12 + now.getUTCMonth() + 1
  return months <= (birthYear + 16) * 12 + (birthMonth ?? 12)
}
