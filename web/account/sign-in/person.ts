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
