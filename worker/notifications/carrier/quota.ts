import type { Mail } from '../../env.ts'

const [minuteMs, hourMs, dayMs] = [60_000, 3_600_000, 86_400_000]

/**
 * When a carrier whose quota is used up is asked again. For a code after a minute, because somebody
 * waits for it, and the operator may just have bought more. For other mails after an hour, or a
 * minute after the day ends in UTC: carriers count by day, by 24 hours or by month.
 */
export function nextAskAt(fullAt: number, sort: Mail['sort']): number {
  if (sort === 'code') return fullAt + minuteMs
  const endOfDay = (Math.floor(fullAt / dayMs) + 1) * dayMs
  return Math.min(fullAt + hourMs, endOfDay + minuteMs)
}

/** The latest time of an answer after which a mail may ask at `now`: `nextAskAt` the other way. */
export function lastAskedBefore(now: number, sort: Mail['sort']): number {
  if (sort === 'code') return now - minuteMs
  const startOfDay = Math.floor(now / dayMs) * dayMs
  const isNewDay = now - startOfDay >= minuteMs
  return isNewDay ? Math.max(now - hourMs, startOfDay - 1) : now - hourMs
}
