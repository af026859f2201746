import type { Reader } from '../foundation/reader/reader.ts'
import type { Said } from './say.ts'

type Value = Markup | Said | string | number | null | undefined | false | readonly Value[]

/**
 * Markup that is safe to send: only `html` makes it, and `html` escapes every value. Its texts are
 * made later, when the reader is known.
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

/**
 * Markup from a template. Values are text unless they are markup. Lists are joined; null, undefined
 * and false become nothing.
 */
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
