import type { Reader } from '../foundation/reader.ts'
import { type Plain, type Spoken, say } from '../http/say.ts'

/** A mail before it has a recipient: the fact first, one link, why you get this. */
export interface Letter {
  /** At most 60 characters. */
  subject: string
  text: string
  attachment?: { name: string; type: string; content: string }
}

/** What is to be told, before it is known to whom: each recipient reads it in their own way. */
export type Message = (reader: Reader) => Letter

/** A text of a message: the same for everybody, or made for its reader. */
export type Said = string | ((reader: Reader) => string)

interface Parts {
  fact: Said
  more?: Said
  link?: string
  why: Said
}

export function message(subject: Said, { fact, more, link, why }: Parts): Message {
  return (reader) => {
    const text = [fact, more, link, why].filter((part) => part !== undefined)
    const lines = text.map((part) => saidTo(reader, part))
    return { subject: saidTo(reader, subject).slice(0, 60), text: `${lines.join('\n\n')}\n` }
  }
}

/** A message of the catalogue as a text of a mail: `said(m.mails_result, { challenge })`. */
export function said(text: Plain): Said
export function said<Inputs extends object>(text: Spoken<Inputs>, inputs: Inputs): Said
export function said(text: Spoken<object>, inputs: object = {}): Said {
  return (reader) => say(reader, text, inputs)
}

function saidTo(reader: Reader, part: Said): string {
  return typeof part === 'string' ? part : part(reader)
}
