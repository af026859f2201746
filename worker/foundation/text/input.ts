import * as v from 'valibot'

import { mended, mendedLine } from './mended.ts'
import { flawOf, type Shape, writeFlaw } from './readable.ts'
import { isSlotMarker } from './slot-marker.ts'

/**
 * Refuses text that people cannot read or that has the wrong length. The issue's message says
 * where; `readFlaw` parses it.
 */
const readable = (shape: Shape) =>
  v.rawCheck<string>(({ dataset, addIssue }) => {
    const flaw = dataset.typed ? flawOf(dataset.value, shape) : undefined
    if (flaw) addIssue({ message: writeFlaw(flaw) })
  })

/** One line, mended and trimmed, 1 to `max` UTF-16 units (with `min` 0 it may be empty). */
export const line = (max: number, min = 1) =>
  v.pipe(v.string(), v.transform(mendedLine), readable({ least: min, most: max, oneLine: true }))

/**
 * The name of an organization. Badges contain it, so it must not look like a badge's slot marker.
 */
export const organizationName = v.pipe(
  line(120),
  v.check((value) => !isSlotMarker(value)),
)

/** Text with line breaks, mended, then `min` to `max` UTF-16 units. */
export const text = (max: number, min = 0) =>
  v.pipe(v.string(), v.transform(mended), readable({ least: min, most: max, oneLine: false }))

export const uuid = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
)

/** Ids of content: kebab-case. */
export const contentId = v.pipe(v.string(), v.maxLength(80), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/))

/** A day that exists: `2026-11-20`. */
export const isoDay = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\d$/),
  v.check((value) => isReal(`${value}T00:00:00.000Z`)),
)

/** A local date and time without a zone, on a day that exists: `2026-11-20T16:30`. */
export const wallTime = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/),
  v.check((value) => isReal(`${value}:00.000Z`)),
)

/** The version of the row that an edit is based on. The act refuses an old one. */
export const version = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

export const whole = (min: number, max: number) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(min), v.maxValue(max))

/**
 * An https address with a dotted host and without user, password or port. https:// may be left out.
 */
export const link = v.pipe(
  line(500),
  v.transform(withScheme),
  v.check((value) => isPlainLink(value)),
)

function isReal(value: string): boolean {
  const time = new Date(value)
  return !Number.isNaN(time.getTime()) && time.toISOString() === value
}

/** Most people type `riverside.example`. Another scheme is kept, and `isPlainLink` refuses it. */
function withScheme(value: string): string {
  return /^[a-z][a-z\d+.-]*:/i.test(value) ? value : `https://${value}`
}

function isPlainLink(value: string): boolean {
  if (!URL.canParse(value)) return false
  const { protocol, hostname, username, password, port } = new URL(value)
  const named = /^(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]+$/.test(hostname)
  return protocol === 'https:' && named && !username && !password && !port
}
