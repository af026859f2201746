import { monthNames as namesOfMonths } from '../../lib/format/dates.ts'
import { m } from '../../paraglide/messages.js'

interface Option {
  value: string
  words: string
}

export const languages = (): Option[] => [{ value: 'en', words: m.account_language_en() }]

/** Spanish is stored already and shown later. */
export function languageOf(value: string): 'en' | 'es' {
  return value === 'es' ? 'es' : 'en'
}

export function monthNames(): Option[] {
  return namesOfMonths().map((words, index) => ({ value: String(index + 1), words }))
}

/** Whether the year alone leaves open if somebody is 16, or 18. The server says so again. */
export function monthSettlesAge(birthYear: number, thisYear: number): boolean {
  return [16, 18].includes(thisYear - birthYear)
}

/** Whether the server would refuse this: `isOfAge` in `worker/accounts/account/age.ts`. */
export function isUnder16(birthYear: number, birthMonth: number | null, now: Date): boolean {
  const months = now.getUTCFullYear() * 12 + now.getUTCMonth() + 1
  return months <= (birthYear + 16) * 12 + (birthMonth ?? 12)
}
