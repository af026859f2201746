import type { Quad, Term } from 'rdf-canonize'

import { isSlotMarker } from '../../foundation/text/slot-marker.ts'
import { expandToQuads } from './canonicalise.ts'
import { type CompiledTemplate, fillTemplate, markerOf } from './fill-template.ts'

/**
 * Expands a skeleton once for all its awards. Canonical N-Quads are sorted lines, and names of blank
 * nodes depend only on quads that have one, so an award needs no more than `fillTemplate`. `markers`
 * are its slots. Throws unless each stands in the skeleton exactly once and no text looks like one.
 */
export async function compileTemplate(
  skeleton: object,
  markers: readonly string[],
): Promise<CompiledTemplate> {
  requireOnce(markers, markersIn(skeleton))
  const quads = await expandToQuads(skeleton)
  const compiled = await separate(quads)
  await requireSame(quads, compiled, markers)
  return compiled
}

async function separate(quads: readonly Quad[]): Promise<CompiledTemplate> {
  const { default: rdf } = await import('rdf-canonize')
  const blank = quads.filter((quad) => termsOf(quad).some(isBlank))
  const others = quads.filter((quad) => !blank.includes(quad))
  const slotted = others.filter((quad) => termsOf(quad).some(markerOf))
  const fixed = others.filter((quad) => !slotted.includes(quad))
  return {
    fixedLines: fixed
      .map((quad) => rdf.NQuads.serializeQuad(quad))
      .sort()
      .join(''),
    slotted: JSON.stringify(slotted),
    blank: JSON.stringify(blank),
  }
}

/**
 * Filled with its own markers, the template must give the canonical skeleton, and use every marker:
 * one that is lost in expansion would leave a value of every award unsigned.
 */
async function requireSame(
  quads: readonly Quad[],
  compiled: CompiledTemplate,
  markers: readonly string[],
): Promise<void> {
  const { default: rdf } = await import('rdf-canonize')
  const filled = await fillTemplate(compiled, new Map(markers.map((marker) => [marker, marker])))
  if (filled !== (await rdf.canonize(quads, { algorithm: 'RDFC-1.0' }))) {
    throw new Error('The compiled template has other lines than its skeleton.')
  }
}

function requireOnce(markers: readonly string[], found: readonly string[]): void {
  for (const marker of new Set([...markers, ...found])) {
    const [wanted, times] = [markers, found].map((list) => countOf(list, marker))
    if (wanted !== 1 || times !== 1) {
      throw new Error(`${marker} stands in the skeleton ${times} times instead of ${wanted}.`)
    }
  }
}

const countOf = (list: readonly string[], marker: string) =>
  list.filter((each) => each === marker).length

function markersIn(value: unknown): string[] {
  if (typeof value === 'string') return isSlotMarker(value) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(markersIn)
}

const termsOf = ({ subject, object }: Quad): Term[] => [subject, object]
const isBlank = ({ termType }: Term) => termType === 'BlankNode'
