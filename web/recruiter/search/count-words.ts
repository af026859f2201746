import { m } from '../../paraglide/messages.js'
import type { Found } from './search.svelte.ts'

type Counted = Pick<Found, 'count' | 'atLeast' | 'next'> & { cards: readonly unknown[] }

/**
 * How many people meet all criteria, blurred as by the API. If there are too many to count, the
 * number is a minimum.
 */
export function countWords({ count, atLeast, cards, next }: Counted, set: number): string {
  if (cards.length === 0 && next !== null) return m.recruiter_count_so_far_none()
  if (atLeast && cards.length > 0) {
    if (count === '<5') return m.recruiter_count_so_far()
    return m.recruiter_count_at_least({ count: count.replace('+', '') })
  }
  // All of them are on the page, so the exact number reveals nothing new.
  if (count === '<5' && cards.length > 0 && next === null) return shownWords(cards.length, set)
  if (set === 0) return openingWords(count, cards.length)
  if (cards.length === 0) return m.recruiter_count_none()
  return count === '<5' ? m.recruiter_count_few() : m.recruiter_count({ count })
}

function shownWords(count: number, set: number): string {
  return set === 0 ? m.recruiter_count_opening_shown({ count }) : m.recruiter_count_shown({ count })
}

function openingWords(count: string, shown: number): string {
  if (shown === 0) return m.recruiter_count_opening_none()
  return count === '<5' ? m.recruiter_count_opening_few() : m.recruiter_count_opening({ count })
}
