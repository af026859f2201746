import { canonicalJson } from '../../foundation/crypto/canonical.ts'
import { sha256Hex } from '../../foundation/crypto/encoding.ts'
import { vendoredContexts } from './canonicalise.ts'
import { holdsSlotMarker } from './document.ts'
import type { Achievement } from './open-badge.ts'
import { type Issuer, type Shape, awardSkeleton, compilerVersion } from './skeleton.ts'

export interface Template {
  hash: string
  shape: Shape
  /** JSON, its members in the order in which people read them. */
  skeleton: string
}

/**
 * What all awards of an achievement by one issuer share. A new name, rubric, context or way of
 * compiling gives another hash, so a stored award never depends on what changed after it.
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
  const contexts = await Promise.all(
    [...vendoredContexts].map(async ([url, context]) => [
      url,
      await sha256Hex(canonicalJson(context)),
    ]),
  )
  const hash = await sha256Hex(canonicalJson({ shape, compilerVersion, contexts, skeleton }))
  return { hash, shape, skeleton: JSON.stringify(skeleton) }
}
