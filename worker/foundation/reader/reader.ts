import type { Locale } from '../../../web/paraglide/runtime.js'

/** A language that the messages are in. */
export type Language = Locale

/** The reader of an answer, page or mail. Every sentence, date and number is made for a reader. */
export interface Reader {
  language: Language
  /** ISO 3166-1 alpha-2: how this reader's country writes dates and numbers. */
  region: string | null
  /** IANA name of the zone in which times and days are shown. */
  zone: string
  /** False if the zone is not known. Then `zone` is UTC, and the page or mail says so. */
  zoneKnown: boolean
}

const zones = new Map<string, boolean>()
const mostZones = 1_000

/**
 * Whether the platform knows an IANA zone. Some browsers report `Etc/Unknown` if they do not know
 * their own zone. An offset such as `+01:00` is refused, because it has no daylight saving time.
 */
export function isKnownZone(name: string): boolean {
  if (name.length > 64 || !/^[A-Za-z]/.test(name) || name === 'Etc/Unknown') return false
  const known = zones.get(name) ?? accepts(name)
  if (zones.size < mostZones) zones.set(name, known)
  return known
}

function accepts(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/**
 * Every zone the platform lists. The platform also accepts older names, which are not in this list.
 */
export const zoneNames = () => Intl.supportedValuesOf('timeZone')

/** The zone and whether it is known. A name that is missing or unknown becomes UTC. */
export function zoneOrUtc(name: string | null | undefined) {
  return name && isKnownZone(name)
    ? { zone: name, zoneKnown: true }
    : { zone: 'UTC', zoneKnown: false }
}

/** The region of a language tag: `GB` of `en-GB` or `en-Latn-GB`. */
export function regionOf(tag: string): string | null {
  const region = /^[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})(?:-|$)/i.exec(tag.slice(0, 40))?.[1]
  return region?.toUpperCase() ?? null
}
