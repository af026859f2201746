import { canonicalJson } from '../../foundation/crypto/canonical.ts'
import { sha256Hex } from '../../foundation/crypto/encoding.ts'
import { vendoredContexts } from './canonicalise.ts'
import { holdsSlotMarker } from './document.ts'
import type { Achievement } from './open-badge.ts'
import { type Issuer, type Shape, awardSkeleton, compilerVersion } from './skeleton.ts'

export interface Template {
  hash: string
  shape: Shape
  /** JSON, with its members in reading order. */
  skeleton: string
}

/**
 * What all awards of an achievement by one issuer share. A new name, rubric, context or compiler
 * version gives another hash, so that later changes never affect a stored award.
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
