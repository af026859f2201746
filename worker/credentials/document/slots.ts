import * as v from 'valibot'

const second = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/))
const address = v.pipe(v.string(), v.maxLength(300), v.regex(/^https?:\/\/[^\s<>"]+$/))
const words = (max: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(max))

/** What differs between awards. A value in another form than given here is a bug. */
export const Slots = v.strictObject({
  id: address,
  name: words(120),
  validFrom: second,
  validUntil: v.exactOptional(second),
  awardedDate: second,
  identityHash: v.pipe(v.string(), v.regex(/^sha256\$[0-9a-f]{64}$/)),
  salt: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  levels: v.pipe(v.array(address), v.minLength(2)),
  evidenceId: v.pipe(v.string(), v.regex(/^ni:\/\/\/sha-256;[A-Za-z0-9_-]{43}$/)),
  genre: v.picklist(['assessment', 'prior-learning']),
  work: words(400),
  narrative: words(600),
  statusId: address,
  statusListIndex: v.pipe(v.string(), v.regex(/^\d{1,6}$/)),
  statusListCredential: address,
})

export type Slots = v.InferOutput<typeof Slots>

/** What a row stores: the slots, and the facts that `narrative` states, which old awards lack. */
export const StoredSlots = v.strictObject({
  ...Slots.entries,
  judged: v.exactOptional(
    v.strictObject({
      peers: v.number(),
      mentors: v.number(),
      sitting: v.picklist(['supervised', 'unsupervised']),
      identity: v.picklist(['checked', 'not checked']),
    }),
  ),
})

/**
 * The marker of a slot; for an address it is a `urn:`, so that the skeleton is a valid document.
 */
export const addressMarker = (name: string) => `urn:slot:${name}`
export const textMarker = (name: string) => `slot:${name}`

/** The values of an award, each by the marker that it replaces. */
export function valuesByMarker({ levels, ...slots }: Slots): Map<string, string> {
  const values = new Map<string, string>()
  for (const [name, value] of Object.entries(slots)) {
    values.set(addresses.has(name) ? addressMarker(name) : textMarker(name), value)
  }
  for (const [index, level] of levels.entries()) values.set(addressMarker(`level-${index}`), level)
  return values
}

const addresses = new Set(['id', 'evidenceId', 'statusId', 'statusListCredential'])
