import { m } from '../../paraglide/messages.js'

/** How many meet all criteria, as blurred as the API says it. */
export function countWords(count: string, shown: number, set: number): string {
  if (set === 0) return openingWords(count, shown)
  if (shown === 0) return m.recruiter_count_none()
  return count === '<5' ? m.recruiter_count_few() : m.recruiter_count({ count })
}

function openingWords(count: string, shown: number): string {
  if (shown === 0) return m.recruiter_count_opening_none()
  return count === '<5' ? m.recruiter_count_opening_few() : m.recruiter_count_opening({ count })
}
