import { globSync, readFileSync } from 'node:fs'

import { syllable } from 'syllable'

import { sentencesOf, wordsOf } from '../scenarios/walk/reading-age.ts'

export type Message = string | { match: Record<string, string> }[]

export interface GradedMessage {
  name: string
  text: string
  words: number
  /** US school grade; lower is easier. */
  grade: number
}

/** Shorter texts are labels, and their grade means little. */
const fewestWords = 8

/**
 * Every English message of eight words or more with its Flesch-Kincaid grade (Kincaid et al. 1975),
 * the hardest first. A placeholder counts as a word of one syllable.
 */
export function gradedMessages(): GradedMessage[] {
  return globSync('web/messages/en/*.json')
    .flatMap(messagesIn)
    .map(graded)
    .filter(({ words }) => words >= fewestWords)
    .toSorted((one, other) => other.grade - one.grade)
}

/** The texts of a file of messages, each form of a plural on its own. */
export function messagesIn(path: string): { name: string; text: string }[] {
  const messages: Record<string, Message> = JSON.parse(readFileSync(path, 'utf8'))
  return Object.entries(messages).flatMap(([name, message]) =>
    textsOf(message).map((text) => ({ name, text })),
  )
}

function graded({ name, text }: { name: string; text: string }): GradedMessage {
  const plain = text.replaceAll(/\{[^}]*\}/g, 'one')
  const words = wordsOf(plain)
  const sentences = Math.max(1, plain.split(/[:;]\s/).flatMap(sentencesOf).length)
  const syllables = words.reduce((total, word) => total + Math.max(1, syllable(word)), 0)
  const grade = (0.39 * words.length) / sentences + (11.8 * syllables) / words.length - 15.59
  return { name, text, words: words.length, grade }
}

/** The text of a message, or its forms if it depends on a number. */
export function textsOf(message: Message): string[] {
  if (typeof message === 'string') return [message]
  return message.flatMap(({ match }) => Object.values(match))
}
