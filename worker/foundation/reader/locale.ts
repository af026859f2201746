import type { Reader } from './reader.ts'

const locales = new Map<string, string>()
const mostLocales = 1_000

/**
 * The tag for the platform's formats, such as `en-GB`. If the region is unknown, or the platform
 * has no variant for the region, the tag is the international one (`en-001`), because plain `en` is
 * American.
 */
export function localeOf({ language, region }: Reader): string {
  const tag = `${language}-${region ?? '001'}`
  const locale = locales.get(tag) ?? chosen(language, tag)
  if (locales.size < mostLocales) locales.set(tag, locale)
  return locale
}

function chosen(language: string, tag: string): string {
  const hasVariant = new Intl.NumberFormat(tag).resolvedOptions().locale !== language
  return hasVariant ? tag : `${language}-001`
}
