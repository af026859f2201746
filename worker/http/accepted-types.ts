import { parseAccept } from 'hono/utils/accept'

/**
 * The types of an Accept header in lower case, each with its weight from 0 to 1. If a type is
 * repeated, the first one counts.
 */
export function acceptedTypes(header: string | undefined): Map<string, number> {
  const weights = new Map<string, number>()
  for (const { type, q } of parseAccept(header ?? '')) {
    const name = type.toLowerCase()
    if (!weights.has(name)) weights.set(name, q)
  }
  return weights
}
