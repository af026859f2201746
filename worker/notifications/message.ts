import { cutText, lengthOf } from '../foundation/cut-text.ts'
import type { Reader } from '../foundation/reader.ts'
import { type Plain, type Spoken, say } from '../http/say.ts'

/** A mail before it has a recipient: the fact first, one link, why you get this. */
export interface Letter {
  /** At most 60 characters as people see them; see `subject`. */
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

export function message(subjectLine: Said, { fact, more, link, why }: Parts): Message {
  return (reader) => {
    const text = [fact, more, link, why].filter((part) => part !== undefined)
    const lines = text.map((part) => saidTo(reader, part))
    return { subject: saidTo(reader, subjectLine), text: `${lines.join('\n\n')}\n` }
  }
}

/** A message of the catalogue as a text of a mail: `said(m.mails_result, { challenge })`. */
export function said(text: Plain): Said
export function said<Inputs extends object>(text: Spoken<Inputs>, inputs: Inputs): Said
export function said(text: Spoken<object>, inputs: object = {}): Said {
  return (reader) => say(reader, text, inputs)
}

const longest = 60

/**
 * A message of the catalogue as a subject of at most 60 characters. Its own words stay whole: names and
 * titles share the room that is left and are cut between two characters people see.
 */
export function subject<Inputs extends Record<string, string>>(
  text: Spoken<Inputs>,
  inputs: Inputs,
): Said {
  return (reader) => {
    const names = Object.entries(inputs)
    const blank = Object.fromEntries(names.map(([key]) => [key, ''])) as Inputs
    let room = longest - lengthOf(say(reader, text, blank))
    const cut = names.map(([key, name], index) => {
      const share = Math.max(1, Math.floor(room / (names.length - index)))
      const short = cutText(name.replaceAll(/\s+/g, ' '), share)
      room -= lengthOf(short)
      return [key, short]
    })
    return say(reader, text, Object.fromEntries(cut) as Inputs)
  }
}

function saidTo(reader: Reader, part: Said): string {
  return typeof part === 'string' ? part : part(reader)
}
