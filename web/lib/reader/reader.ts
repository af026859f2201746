import { type Reader, regionOf, zoneOrUtc } from '../../../worker/foundation/reader/reader.ts'
import { getLocale } from '../../paraglide/runtime.js'
import type { Session } from './session.ts'

let current: Reader | undefined

/**
 * The reader's language, region and zone: the account's, or the browser's until the account has
 * them.
 */
export function reader(): Reader {
  return (current ??= readerOfBrowser())
}

export function readAs(session: Pick<Session, 'reader'>): void {
  const own = readerOfBrowser()
  const { region, zone, zoneKnown } = session.reader
  const known = zoneKnown ? { zone, zoneKnown } : {}
  current = { ...own, region: region ?? own.region, ...known }
}

/** The same reader with another zone or region, to preview the choice. */
export const readerIn = (zone: string, region: string | null): Reader => ({
  ...reader(),
  region,
  ...zoneOrUtc(zone),
})

/** If the browser does not know its zone, or knows no rules for it, times are in UTC. */
export function readerOfBrowser(): Reader {
  const language = getLocale()
  const { languages } = navigator
  const same = languages.filter((tag) => tag.split('-')[0] === language)
  const region = [...same, ...languages].map(regionOf).find((found) => found !== null)
  return { language, region: region ?? null, ...zoneOrUtc(zoneOfBrowser()) }
}

function zoneOfBrowser(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}
