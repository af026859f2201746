import { m } from '../paraglide/messages.js'
import { getLocale } from '../paraglide/runtime.js'

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
  const format = new Intl.DateTimeFormat(getLocale(), { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, index) => ({
    value: String(index + 1),
    words: format.format(new Date(Date.UTC(2000, index))),
  }))
}

/** Whether the year alone leaves open if somebody is 16, or 18. The server says so again. */
export function monthSettlesAge(birthYear: number, thisYear: number): boolean {
  return [16, 18].includes(thisYear - birthYear)
}
