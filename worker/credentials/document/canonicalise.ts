/// <reference path="./jsonld.d.ts" />
/// <reference path="./rdf-canonize.d.ts" />
import type { Quad } from 'rdf-canonize'

import { contexts } from './open-badge.ts'
import credentials from './contexts/credentials-v2.json' with { type: 'json' }
import openBadges from './contexts/open-badges-3.0.3.json' with { type: 'json' }

export const vendoredContexts: ReadonlyMap<string, object> = new Map<string, object>([
  [contexts[0], credentials],
  [contexts[1], openBadges],
])

/**
 * Safe mode throws for a member that no context defines, because that member would not be covered
 * by the signature.
 */
const options = { safe: true as const, documentLoader }

/**
 * The document as canonical N-Quads (RDFC-1.0). Throws for a member that no context defines and for
 * a context that is not stored here. Takes 10-23 ms of CPU: awards have compiled templates
 * (`compile-template.ts`), and only what has none comes here, in the outbox drain.
 */
export async function canonicalise(document: object): Promise<string> {
  const { default: jsonld } = await import('jsonld')
  const form = { algorithm: 'RDFC-1.0', format: 'application/n-quads' } as const
  return jsonld.canonize(document, { ...options, ...form })
}

/** The document as quads, with blank nodes named as they come. As slow, and throws alike. */
export async function expandToQuads(document: object): Promise<Quad[]> {
  const { default: jsonld } = await import('jsonld')
  return jsonld.toRDF(document, options)
}

async function documentLoader(url: string) {
  const document = vendoredContexts.get(url)
  if (!document) throw new Error(`No copy is kept of the context ${url}`)
  return { contextUrl: null, documentUrl: url, document }
}
