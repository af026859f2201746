import canonicalize from 'canonicalize'

/** JSON of one form only (RFC 8785), so that the same value always has the same hash. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new Error('Not a JSON value.')
  return text
}
