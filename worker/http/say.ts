import type { Language, Reader } from '../foundation/reader.ts'

export type Spoken<Inputs> = (inputs: Inputs, options: { locale: Language }) => string
export type Plain = (inputs?: object, options?: { locale: Language }) => string

/** A message in the reader's language. Without inputs, it must be one that takes none. */
export function say(reader: Reader, message: Plain): string
export function say<Inputs extends object>(
  reader: Reader,
  message: Spoken<Inputs>,
  inputs: Inputs,
): string
export function say(reader: Reader, message: Spoken<object>, inputs: object = {}): string {
  return message(inputs, { locale: reader.language })
}
