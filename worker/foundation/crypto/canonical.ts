import canonicalize from 'canonicalize'

/** Canonical JSON (RFC 8785): the same value always has the same text and the same hash. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new Error('Not a JSON value.')
  return text
}
