import { type SQL, sql } from 'drizzle-orm'

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

/**
 * Two slugs that end with the first 6 and the first 16 digits of the row's id, because slugs are
 * UNIQUE and names are not.
 */
export function slugsWithTail(name: string, id: string): [string, string] {
  const tail = id.replaceAll('-', '')
  return [`${slugOf(name)}-${tail.slice(0, 6)}`, `${slugOf(name)}-${tail.slice(0, 16)}`]
}

/**
 * The first of these slugs that no organization has, for the INSERT of a new one. The last slug if
 * all are taken.
 */
export function freeSlug(slugs: readonly string[]): SQL<string> {
  return sql<string>`coalesce((SELECT wanted.value FROM json_each(${JSON.stringify(slugs)}) wanted
    WHERE NOT EXISTS (SELECT 1 FROM organizations o WHERE o.slug = wanted.value)
    ORDER BY wanted.key LIMIT 1), ${slugs.at(-1) ?? ''})`
}
