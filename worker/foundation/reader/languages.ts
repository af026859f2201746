import { baseLocale, locales } from '../../../web/paraglide/runtime.js'
import { type Language, type Reader, regionOf, zoneOrUtc } from './reader.ts'

interface StoredReader {
  language: string
  region: string | null
  zone: string | null
}

/**
 * The reader if nothing is known: for scheduled work, the outbox, and codes mailed to an address
 * without an account.
 */
export const unknownReader: Reader = { language: baseLocale, region: null, ...zoneOrUtc(null) }

/** The reader stored with an account, or with an organization for somebody who has no account. */
export function readerOf({ language, region, zone }: StoredReader): Reader {
  return { language: languageOrBase(language), region, ...zoneOrUtc(zone) }
}

/** The reader of a request without a session: language and region from the header, and UTC. */
export function readerOfHeader(acceptLanguage: string | null): Reader {
  const tags = tagsOf(acceptLanguage ?? '')
  const wanted = tags.find((tag) => languageOf(tag) !== undefined)
  const language = languageOf(wanted ?? '') ?? baseLocale
  const sameLanguage = tags.filter((tag) => languageOf(tag) === language)
  const region = [...sameLanguage, ...tags].map(regionOf).find((found) => found !== null)
  return { ...unknownReader, language, region: region ?? null }
}

/** The stored language if there are messages in it, or else the base language. */
export const languageOrBase = (stored: string): Language => languageOf(stored) ?? baseLocale

/** The language of a tag if there are messages in it. */
function languageOf(tag: string): Language | undefined {
  const language = tag.split('-', 1)[0]?.toLowerCase()
  return locales.find((locale) => locale === language)
}

/** The tags of an `Accept-Language` header, the preferred one first (RFC 9110 §12.5.4). */
function tagsOf(header: string): string[] {
  // The header can have any length, so the work is limited. No browser sends more than this.
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
