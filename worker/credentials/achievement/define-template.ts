import type { Call } from '../../foundation/call/call.ts'
import { compileTemplate } from '../document/compile-template.ts'
import type { Achievement } from '../document/open-badge.ts'
import { type Issuer, type Shape, awardMarkers } from '../document/skeleton.ts'
import { type Template, awardTemplate } from '../document/template.ts'
import { findTemplate, keepTemplate } from './find-template.ts'

/**
 * The template for the awards of an achievement. Its first award compiles it, which takes as long as
 * the slow path does, and stores it. Throws if a text of the achievement looks like a slot.
 */
export async function defineTemplate(
  call: Call,
  issuer: Issuer,
  achievement: Achievement,
  shape: Shape,
): Promise<Template> {
  const template = await awardTemplate(issuer, achievement, shape)
  const known = await findTemplate(call, template.hash)
  if (known) return known
  const markers = awardMarkers(achievement, shape)
  const compiled = await compileTemplate(JSON.parse(template.skeleton), markers)
  return keepTemplate({ ...template, compiled })
}
