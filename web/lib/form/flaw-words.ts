import { m } from '../../paraglide/messages.js'
import type { FieldProblem } from './form.svelte.ts'
import type { ApiError } from '../http/problem.ts'

interface Place {
  field: string
  reason: string
  line: number
  character: number
}

/**
 * What the server found wrong in a text and where, for each field it names; empty if it named no
 * place. If `text` is given, a long word is named by its beginning, because counted lines are not
 * the lines on the screen.
 */
export function flawWords(refusal: ApiError | undefined, text?: string): FieldProblem[] {
  const places = refusal?.problem['places']
  if (!Array.isArray(places)) return []
  return places.filter(isPlace).flatMap(({ field, reason, line, character }) => {
    const message = wordsFor(reason, { line, character }, text)
    return message ? [{ field, message }] : []
  })
}

interface At {
  line: number
  character: number
}

function wordsFor(reason: string, at: At, text?: string): string | undefined {
  switch (reason) {
    case 'long-word':
      return longWord(at, text)
    case 'stacked-marks':
      return m.shell_flaw_stacked_marks(at)
    case 'broken-character':
      return m.shell_flaw_broken_character(at)
    case 'too-long':
      return m.shell_flaw_too_long(at)
    case 'line-break':
      return m.shell_flaw_line_break(at)
    case 'too-short':
      return m.shell_flaw_too_short()
    default:
      return undefined
  }
}

function longWord(at: At, text = ''): string {
  const line = Array.from(text.split('\n')[at.line - 1] ?? '')
  const start = line.slice(at.character - 1, at.character + 5).join('')
  return start ? m.shell_flaw_long_word_named({ start }) : m.shell_flaw_long_word(at)
}

function isPlace(value: unknown): value is Place {
  return typeof value === 'object' && value !== null && 'field' in value && 'reason' in value
}
