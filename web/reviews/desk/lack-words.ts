import { listed } from '../../lib/format/figures.ts'
import type { ReviewGap } from '../../lib/review/gaps.ts'
import { m } from '../../paraglide/messages.js'

/** What a closed criterion still lacks: “Missing: level and reason”. */
export function lackWords(gaps: readonly ReviewGap[]): string {
  return m.reviews_lacks({ parts: listed(gaps.map(({ field }) => partWords(field))) })
}

function partWords(field: ReviewGap['field']): string {
  if (field === 'level') return m.reviews_lacks_level()
  if (field === 'reason') return m.reviews_lacks_reason()
  return field === 'alike' ? m.reviews_lacks_alike() : m.reviews_lacks_sign()
}
