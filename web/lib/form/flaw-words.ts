import { m } from '../../paraglide/messages.js'
import type { FieldProblem } from './form.svelte.ts'
import type { ApiError } from '../http/problem.ts'

interface Place {
  field: string
  reason: string
  line: number
  character: number
}

/** What the server found wrong in a text and where, for each field it names; empty where it named no place. */
export function flawWords(refusal: ApiError | undefined): FieldProblem[] {
  const places = refusal?.problem['places']
  if (!Array.isArray(places)) return []
  return places.filter(isPlace).flatMap(({ field, reason, line, character }) => {
    const message = wordsFor(reason, { line, character })
    return message ? [{ field, message }] : []
  })
}

function wordsFor(reason: string, at: { line: number; character: number }): string | undefined {
  switch (reason) {
    case 'long-word':
      return m.shell_flaw_long_word(at)
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

function isPlace(value: unknown): value is Place {
  return typeof value === 'object' && value !== null && 'field' in value && 'reason' in value
}
