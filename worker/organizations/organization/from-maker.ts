import type { Call } from '../../foundation/call/call.ts'

/** The language, country and zone that a new organization takes from the person who makes it. */
export function fromMaker({ reader }: Call) {
  const { language, region, zone, zoneKnown } = reader
  return { language, country: region, zone: zoneKnown ? zone : null }
}
