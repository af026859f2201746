import type { Reader } from '../foundation/reader/reader.ts'
import type { Said } from './say.ts'

type Value = Markup | Said | string | number | null | undefined | false | readonly Value[]

/**
 * Markup that is safe to send: made by `html` alone, which escapes every value put into it. Its texts
 * are said when it is known who reads it.
 */
export class Markup {
  readonly #parts: readonly string[]
  readonly #values: readonly Value[]

  constructor(parts: readonly string[], values: readonly Value[]) {
    this.#parts = parts
    this.#values = values
  }

  for(reader: Reader): string {
    return this.#parts.map((part, index) => part + written(this.#values[index], reader)).join('')
  }
}

/** Markup from a template. Values are text unless they are markup; lists are joined, nothing is "". */
export function html(parts: TemplateStringsArray, ...values: Value[]): Markup {
  return new Markup(parts, values)
}

function written(value: Value, reader: Reader): string {
  if (value === undefined || value === null || value === false) return ''
  if (value instanceof Markup) return value.for(reader)
  if (typeof value === 'function') return escapeHtml(value(reader))
  if (typeof value === 'object') return value.map((one) => written(one, reader)).join('')
  return escapeHtml(String(value))
}

const named: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => named[letter] ?? '')
}
