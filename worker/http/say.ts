import type { Language, Reader } from '../foundation/reader/reader.ts'

/** A message of the catalogue, as it is compiled. */
export type Spoken<Inputs> = (inputs: Inputs, options: { locale: Language }) => string
export type Plain = (inputs?: object, options?: { locale: Language }) => string

/** A text that is made for its reader. */
export type Said = (reader: Reader) => string

/**
 * A text of a page or mail: a fixed string, such as a person's own words, or one made for its
 * reader.
 */
export type Text = string | Said

/**
 * A message in the reader's language. `inputs` may be left out only for a message that takes none.
 */
export function say(reader: Reader, message: Plain): string
export function say<Inputs extends object>(
  reader: Reader,
  message: Spoken<Inputs>,
  inputs: Inputs,
): string
export function say(reader: Reader, message: Spoken<object>, inputs: object = {}): string {
  return message(inputs, { locale: reader.language })
}

/**
 * A message whose reader is not known yet: `said(m.badges_until, { date: signedDay(at) })`. An
 * input may also be a function of the reader.
 */
export function said(message: Plain): Said
export function said<Inputs extends object>(message: Spoken<Inputs>, inputs: Inputs): Said
export function said(message: Spoken<object>, inputs: object = {}): Said {
  return (reader) => {
    const own = Object.entries(inputs).map(
      ([name, value]) => [name, toldTo(reader, value)] as const,
    )
    return say(reader, message, Object.fromEntries(own))
  }
}

/** The text made for this reader, or any other value unchanged. */
export function toldTo(reader: Reader, text: Text): string
export function toldTo(reader: Reader, value: unknown): unknown
export function toldTo(reader: Reader, value: unknown): unknown {
  return typeof value === 'function' ? (value as Said)(reader) : value
}
