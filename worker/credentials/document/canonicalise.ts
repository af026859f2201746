/// <reference path="./jsonld.d.ts" />
import { contexts } from './open-badge.ts'
import credentials from './contexts/credentials-v2.json' with { type: 'json' }
import openBadges from './contexts/open-badges-3.0.3.json' with { type: 'json' }

export const vendoredContexts: ReadonlyMap<string, object> = new Map<string, object>([
  [contexts[0], credentials],
  [contexts[1], openBadges],
])

/**
 * The document as canonical N-Quads (RDFC-1.0). Throws for a member that no context defines (safe
 * mode), because that member would not be covered by the signature, and for a context that is not
 * stored here. Takes 10-23 ms of CPU, so it runs in the outbox drain and never in a page.
 */
export async function canonicalise(document: object): Promise<string> {
  // The library is large and only the drain needs it.
  const { default: jsonld } = await import('jsonld')
  return jsonld.canonize(document, {
    algorithm: 'RDFC-1.0',
    format: 'application/n-quads',
    safe: true,
    documentLoader,
  })
}

async function documentLoader(url: string) {
  const document = vendoredContexts.get(url)
  if (!document) throw new Error(`No copy is kept of the context ${url}`)
  return { contextUrl: null, documentUrl: url, document }
}
