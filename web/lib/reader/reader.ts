import { type Reader, regionOf, zoneOrUtc } from '../../../worker/foundation/reader/reader.ts'
import { getLocale } from '../../paraglide/runtime.js'
import type { Session } from './session.ts'

let current: Reader | undefined

/** Whose page this is: the account's language, region and zone, or until it has them the browser's. */
export function reader(): Reader {
  return (current ??= readerOfBrowser())
}

export function readAs(session: Pick<Session, 'reader'>): void {
  const own = readerOfBrowser()
  const { region, zone, zoneKnown } = session.reader
  const known = zoneKnown ? { zone, zoneKnown } : {}
  current = { ...own, region: region ?? own.region, ...known }
}

/** The same person with another zone or region: what choosing them would change. */
export const readerIn = (zone: string, region: string | null): Reader => ({
  ...reader(),
  region,
  ...zoneOrUtc(zone),
})

/** A browser that does not know its own zone, or has one without rules, reads UTC. */
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
