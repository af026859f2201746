import type { Call } from '../../foundation/call/call.ts'

/** What an organization has from whoever makes it, until its admins say otherwise. */
export function fromMaker({ reader }: Call) {
  const { language, region, zone, zoneKnown } = reader
  return { language, country: region, zone: zoneKnown ? zone : null }
}
