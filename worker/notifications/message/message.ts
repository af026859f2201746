import { cutText, lengthOf } from '../../foundation/text/cut-text.ts'
import type { Reader } from '../../foundation/reader/reader.ts'
import { type Said, type Spoken, type Text, say, toldTo } from '../../http/say.ts'

/**
 * A mail without its recipient. Its text is the fact, more about it, one link, and why the
 * recipient gets the mail.
 */
export interface Letter {
  /** At most 60 characters as people see them; see `subject`. */
  subject: string
  text: string
  attachment?: { name: string; type: string; content: string }
}

/** A message as a function of its reader: recipients differ in language, region and zone. */
export type Message = (reader: Reader) => Letter

interface Parts {
  fact: Text
  more?: Text
  link?: string
  why: Text
}

export function message(subjectLine: Text, { fact, more, link, why }: Parts): Message {
  return (reader) => {
    const text = [fact, more, link, why].filter((part) => part !== undefined)
    const lines = text.map((part) => toldTo(reader, part))
    return { subject: toldTo(reader, subjectLine), text: `${lines.join('\n\n')}\n` }
  }
}

const longest = 60

/**
 * A message as a mail subject of at most 60 characters. The message's own words are never cut: the
 * inputs, such as names and titles, share the rest of the room and are cut between two visible
 * characters.
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
