import { isFirstForm, type Level, type LevelTicks } from '../../lib/review/proposed-level.ts'
import { m } from '../../paraglide/messages.js'

/**
 * What the next level still needs, if a sign above the proposed level is ticked; otherwise nothing.
 * Says the rule of `proposedLevel` in words.
 */
export function whyNotHigher(
  levels: readonly LevelTicks[],
  ticked: readonly string[],
  proposed: Level,
): string | undefined {
  const isAbove = levels.some(
    ({ level, indicators }) => level > proposed && indicators.some(({ id }) => ticked.includes(id)),
  )
  if (!isAbove) return undefined
  if (proposed > 1) return m.reviews_next_needs({ level: proposed + 1 })
  return isFirstForm(levels) ? m.reviews_second_needs_first_form() : m.reviews_second_needs()
}
