import * as v from 'valibot'

import { isSlotMarker } from '../../foundation/text/slot-marker.ts'
import { OpenBadge } from './open-badge.ts'
import { type Slots, valuesByMarker } from './slots.ts'

/**
 * Fills the slots of a skeleton: the document as it is signed. Throws if a marker has no value, a
 * value has no marker, or a marker appears twice, because an award that cannot be rebuilt is a bug.
 */
export function fillSkeleton(skeleton: unknown, slots: Slots): OpenBadge {
  const values = valuesByMarker(slots)
  const filled = fill(skeleton, (name) => {
    const value = values.get(name)
    if (value === undefined) throw new Error(`No value, or a second place, for ${name}.`)
    values.delete(name)
    return value
  })
  if (values.size > 0) throw new Error(`No place for ${[...values.keys()].join(', ')}.`)
  return v.parse(OpenBadge, filled)
}

/** Whether any text in a value looks like a slot marker. Names and rubrics must not contain one. */
export function holdsSlotMarker(value: unknown): boolean {
  if (typeof value === 'string') return isSlotMarker(value)
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsSlotMarker)
}

function fill(value: unknown, valueOf: (marker: string) => string): unknown {
  if (typeof value === 'string') return isSlotMarker(value) ? valueOf(value) : value
  if (Array.isArray(value)) return value.map((item) => fill(item, valueOf))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, fill(member, valueOf)]),
  )
}
