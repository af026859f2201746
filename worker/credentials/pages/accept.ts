import { acceptedTypes } from '../../http/accepted-types.ts'

/** The types that ask for a badge's document; any other gets the page. */
const documentTypes = [
  'application/vc',
  'application/vc+ld+json',
  'application/ld+json',
  'application/json',
] as const

export type DocumentType = (typeof documentTypes)[number]

/**
 * The document type that an Accept header prefers to HTML, if any (RFC 9110 §12.5.1). No header and
 * `*`/`*` get the page, since they most likely come from a browser. If HTML is allowed only by a
 * wildcard, a named type or `application/*` of the same weight is preferred.
 */
export function preferredDocument(accept: string | undefined): DocumentType | undefined {
  const weights = acceptedTypes(accept)
  const html = weights.get('text/html')
  const anything = html ?? weights.get('text/*') ?? weights.get('*/*') ?? 0
  const best = documentTypes
    .map((type) => ({ type, weight: weights.get(type) ?? weights.get('application/*') ?? 0 }))
    .reduce((one, other) => (other.weight > one.weight ? other : one))
  if (best.weight === 0) return undefined
  return best.weight > anything || (best.weight === anything && html === undefined)
    ? best.type
    : undefined
}
