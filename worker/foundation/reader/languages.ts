import { baseLocale, locales } from '../../../web/paraglide/runtime.js'
import { type Language, type Reader, regionOf, zoneOrUtc } from './reader.ts'

interface StoredReader {
  language: string
  region: string | null
  zone: string | null
}

/** Of whom nothing is known: the clock, the outbox, a request before its headers are read. */
export const unknownReader: Reader = { language: baseLocale, region: null, ...zoneOrUtc(null) }

/** The reader that an account's row keeps, or an organization's for somebody who has no account. */
export function readerOf({ language, region, zone }: StoredReader): Reader {
  return { language: languageOrBase(language), region, ...zoneOrUtc(zone) }
}

/** A stranger: language and region as the browser asks for them, and the zone is UTC. */
export function readerOfHeader(acceptLanguage: string | null): Reader {
  const tags = tagsOf(acceptLanguage ?? '')
  const wanted = tags.find((tag) => languageOf(tag) !== undefined)
  const language = languageOf(wanted ?? '') ?? baseLocale
  const sameLanguage = tags.filter((tag) => languageOf(tag) === language)
  const region = [...sameLanguage, ...tags].map(regionOf).find((found) => found !== null)
  return { ...unknownReader, language, region: region ?? null }
}

/** A language that there are messages in: the one kept, or the first one. */
export const languageOrBase = (stored: string): Language => languageOf(stored) ?? baseLocale

/** The language of a tag, if there are messages in it. */
function languageOf(tag: string): Language | undefined {
  const language = tag.split('-', 1)[0]?.toLowerCase()
  return locales.find((locale) => locale === language)
}

/** The tags of an `Accept-Language`, the one wanted most first (RFC 9110 §12.5.4). */
function tagsOf(header: string): string[] {
  // No browser sends more, and the header is a stranger's to fill.
  const ranges = header.slice(0, 400).split(',', 20)
  return ranges
    .map((range) => {
      const [tag = '', weight] = range.split(';', 2)
      const quality = /^\s*q=([\d.]+)/.exec(weight ?? 'q=1')?.[1]
      return { tag: tag.trim(), quality: Number(quality ?? 0) || 0 }
    })
    .filter(({ tag, quality }) => quality > 0 && /^[a-z]/i.test(tag))
    .toSorted((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag)
}
