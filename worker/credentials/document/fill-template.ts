/// <reference path="./rdf-canonize.d.ts" />
import type { Quad, Term } from 'rdf-canonize'

import { isSlotMarker } from '../../foundation/text/slot-marker.ts'

/** What the awards of a template share, as its row stores it. */
export interface CompiledTemplate {
  /** Canonical lines that are the same in every award. */
  fixedLines: string
  /** JSON: quads with a slot and no blank node. */
  slotted: string
  /** JSON: quads with a blank node. Only they decide how blank nodes are named. */
  blank: string
}

/**
 * The canonical N-Quads of one award: the same bytes as `canonicalise` gives for its document, in a
 * fraction of the time. Throws if a slot has no value or a value no slot, which is a bug.
 */
export async function fillTemplate(
  template: CompiledTemplate,
  values: ReadonlyMap<string, string>,
): Promise<string> {
  const { default: rdf } = await import('rdf-canonize')
  const { fixed, slotted, blank } = partsOf(template)
  const used = new Set<string>()
  const fillTerm = <T extends Term>(term: T): T => {
    const marker = markerOf(term)
    if (marker === undefined) return term
    const value = values.get(marker)
    if (value === undefined) throw new Error(`No value for ${marker}.`)
    used.add(marker)
    return { ...term, value }
  }
  const fill = (quad: Quad): Quad => ({
    ...quad,
    subject: fillTerm(quad.subject),
    object: fillTerm(quad.object),
  })

  const own = slotted.map((quad) => rdf.NQuads.serializeQuad(fill(quad)))
  const named = await rdf.canonize(blank.map(fill), { algorithm: 'RDFC-1.0' })
  const unused = [...values.keys()].filter((marker) => !used.has(marker))
  if (unused.length > 0) throw new Error(`No place for ${unused.join(', ')}.`)
  // A set, because two slots with one value can say the same thing twice.
  const lines = new Set([...fixed, ...own, ...linesOf(named)])
  return [...lines].sort().join('')
}

/**
 * The marker that a term is. A text never becomes an IRI, because expansion would treat its value
 * otherwise than its marker.
 */
export function markerOf({ termType, value }: Term): string | undefined {
  const fits = termType === 'Literal' || value.startsWith('urn:')
  return fits && isSlotMarker(value) ? value : undefined
}

interface Parts {
  fixed: string[]
  slotted: Quad[]
  blank: Quad[]
}

/** Templates are kept (`find-template.ts`), so each is read once. */
const known = new WeakMap<CompiledTemplate, Parts>()

function partsOf(template: CompiledTemplate): Parts {
  const parts = known.get(template) ?? {
    fixed: linesOf(template.fixedLines),
    slotted: JSON.parse(template.slotted),
    blank: JSON.parse(template.blank),
  }
  known.set(template, parts)
  return parts
}

/** The lines of a text, each with its line break. */
function linesOf(text: string): string[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => `${line}\n`)
}
