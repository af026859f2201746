import * as v from 'valibot'

export const second = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/))
export const address = v.pipe(
  v.string(),
  v.maxLength(300),
  v.regex(/^https?:\/\/[^\s<>"{}|\\^`]+$/),
)
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
  work: words(900),
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
      handIns: v.exactOptional(v.number()),
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

export const levelMarker = (index: number) => addressMarker(`level-${index}`)

const addresses = new Set(['id', 'evidenceId', 'statusId', 'statusListCredential'])
const markerOf = (name: string) => (addresses.has(name) ? addressMarker(name) : textMarker(name))

/** The values of an award, each by the marker that it replaces. */
export function valuesByMarker({ levels, ...others }: Slots): Map<string, string> {
  const values = new Map(Object.entries(others).map(([name, value]) => [markerOf(name), value]))
  for (const [index, level] of levels.entries()) values.set(levelMarker(index), level)
  return values
}

/** The markers that the values of an award with so many results replace. */
export function markersFor(results: number, { expires }: { expires: boolean }): string[] {
  const { levels: _, validUntil, ...always } = Slots.entries
  const names = Object.keys(expires ? { ...always, validUntil } : always)
  return [
    ...names.map(markerOf),
    ...Array.from({ length: results }, (_, index) => levelMarker(index)),
  ]
}
