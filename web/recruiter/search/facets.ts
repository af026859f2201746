import type { Found } from './search.svelte.ts'

export type Facets = Found['facets']

/** The blurred count of a value; undefined if it was not counted. */
export function countOf(
  counts: Record<string, string> | undefined,
  value: string,
): string | undefined {
  return counts?.[value]
}
