import { flawWords } from '../form/flaw-words.ts'
import { m } from '../../paraglide/messages.js'
import type { ApiError } from './problem.ts'

/** Loaded only where something was refused: what a person can do about each kind of problem. */
const all = import.meta.glob<Record<string, unknown>>('../../paraglide/messages/problem_*.js', {
  eager: true,
})

/** What can be done about a refusal, in sentences; of a text, what is wrong in it. Empty: nothing special. */
export function wordsOf(refusal: ApiError, text?: string): string[] {
  const flaws = flawWords(refusal, text)
  if (flaws.length > 0) return flaws.map(({ message }) => message)
  if (refusal.isForeign) return refusal.status === 403 ? [m.shell_barred_hint()] : []
  const name = `problem_${refusal.type.replaceAll('-', '_')}`
  const words = all[`../../paraglide/messages/${name}.js`]?.[name]
  return typeof words === 'function' ? [String(words())] : []
}
