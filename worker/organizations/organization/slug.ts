/** A name as an address: lower-case letters, digits and hyphens, 60 at most; `organization` if nothing is left. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const slug = plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-+|(?<!-)-+$/g, '')
  return slug || 'organization'
}

/** Slugs are unique: a taken one gets a short tail of the row's own id. */
export function slugWithTail(name: string, id: string): string {
  return `${slugOf(name)}-${id.slice(0, 6)}`
}
