import { wordsOf } from '../http/problem-words.ts'
import type { ApiError } from '../http/problem.ts'
import { m } from '../../paraglide/messages.js'
import { flawWords } from './flaw-words.ts'

/**
 * What to do about a refusal, in sentences; for a text, what is wrong in it. Empty if there is no
 * specific advice.
 */
export function refusalWords(refusal: ApiError, text?: string): string[] {
  const flaws = flawWords(refusal, text)
  if (flaws.length > 0) return flaws.map(({ message }) => message)
  if (refusal.isForeign) return refusal.status === 403 ? [m.shell_barred_hint()] : []
  const words = wordsOf(refusal.type)
  return words === undefined ? [] : [words]
}
