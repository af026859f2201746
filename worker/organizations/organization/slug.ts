/**
 * A name for use in an address: lower-case letters, digits and hyphens, at most 60 characters.
 * `organization` if nothing is left.
 */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const slug = plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-+|(?<!-)-+$/g, '')
  return slug || 'organization'
}

/** A slug that ends with the start of the row's id, because slugs are UNIQUE and names are not. */
export function slugWithTail(name: string, id: string): string {
  return `${slugOf(name)}-${id.slice(0, 6)}`
}
