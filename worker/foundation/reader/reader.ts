import type { Locale } from '../../../web/paraglide/runtime.js'

/** A language that the messages are in. */
export type Language = Locale

/** Who reads an answer, a page or a mail: no sentence, date or number is made without one. */
export interface Reader {
  language: Language
  /** ISO 3166-1 alpha-2: how this reader's country writes dates and numbers. */
  region: string | null
  /** IANA name of the zone that hours and days are given in. */
  zone: string
  /** False where nobody has said the zone: then it is UTC, and the page or mail says so. */
  zoneKnown: boolean
}

const zones = new Map<string, boolean>()
const mostZones = 1_000

/**
 * Whether the platform has rules for an IANA zone. `Etc/Unknown` is what some browsers call their
 * own zone when they do not know it, and an offset such as `+01:00` is no zone: it has no summer.
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

/** Every zone the platform lists; it knows older names as well. */
export const zoneNames = () => Intl.supportedValuesOf('timeZone')

/** The zone and whether it is known, from a name that may be missing or unknown: then it is UTC. */
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
