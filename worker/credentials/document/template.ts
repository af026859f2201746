import * as v from 'valibot'

import { canonicalJson } from '../../foundation/crypto/canonical.ts'
import { sha256Hex } from '../../foundation/crypto/encoding.ts'
import { canonicalise, vendoredContexts } from './canonicalise.ts'
import { fillSkeleton, holdsSlotMarker } from './document.ts'
import { type CompiledTemplate, fillTemplate } from './fill-template.ts'
import type { Achievement } from './open-badge.ts'
import { type Issuer, type Shape, awardSkeleton, compilerVersion } from './skeleton.ts'
import { Slots, valuesByMarker } from './slots.ts'

/** What all awards of an achievement by one issuer share. */
export interface Template {
  hash: string
  shape: string
  /** JSON, with its members in reading order. */
  skeleton: string
  /** Null if it was stored before templates were compiled. */
  compiled: CompiledTemplate | null
}

/**
 * The template of these awards, not compiled. A new name, rubric, context or compiler version gives
 * another hash, so that later changes never affect a stored award.
 */
export async function awardTemplate(
  issuer: Issuer,
  achievement: Achievement,
  shape: Shape,
): Promise<Template> {
  if (holdsSlotMarker([issuer, achievement])) {
    throw new Error('A name or a rubric text looks like a slot.')
  }
  const skeleton = awardSkeleton(issuer, achievement, shape)
  const contexts = await contextHashes(vendoredContexts)
  const hash = await hashOfTemplate({ shape, compilerVersion, contexts, skeleton })
  return { hash, shape, skeleton: JSON.stringify(skeleton), compiled: null }
}

/**
 * The canonical N-Quads of an award, which are hashed and signed. Throws for a value in another form
 * than its slot's, which is a bug.
 */
export async function canonicalAward(
  { skeleton, compiled }: Pick<Template, 'skeleton' | 'compiled'>,
  slots: Slots,
): Promise<string> {
  if (compiled) return fillTemplate(compiled, valuesByMarker(v.parse(Slots, slots)))
  return canonicalise(fillSkeleton(JSON.parse(skeleton), slots))
}

interface Hashed {
  shape: Shape
  compilerVersion: string
  contexts: [address: string, hash: string][]
  skeleton: object
}

export const hashOfTemplate = (parts: Hashed): Promise<string> => sha256Hex(canonicalJson(parts))

/** Contexts are large and never change while a Worker runs, so each is hashed once. */
const known = new Map<object, string>()

export async function contextHashes(
  contexts: ReadonlyMap<string, object>,
): Promise<[address: string, hash: string][]> {
  const hashes: [string, string][] = []
  for (const [address, context] of contexts) {
    const hash = known.get(context) ?? (await sha256Hex(canonicalJson(context)))
    known.set(context, hash)
    hashes.push([address, hash])
  }
  return hashes
}
