/** A piece of the searched copy: a word of one kind of script, white space, or a single sign. */
export interface Token {
  kind: 'word' | 'number' | 'unspaced' | 'space' | 'sign'
  text: string
  start: number
  end: number
}

/** A text to search in and the way back from a place in it to the text as it was written. */
export interface SearchedText {
  text: string
  tokens: Token[]
  /** The place in the original of a place in the copy. */
  original: (index: number) => number
}

/** A place in the copy, `end` not included. */
export interface Span {
  start: number
  end: number
}

// Variation selectors and the key around a digit: 1️⃣ is searched as 1.
const dropped = /[\p{Cf}\uFE00-\uFE0F\u20E3]/u
/** No unit or sign that hides a contact is longer; some Arabic ligatures are eighteen letters. */
const longestExpansion = 4

/**
 * Copies a text for searching: compatibility forms made plain (ａ is a, ² is 2), invisible characters
 * left out. What is hidden is cut from the original, so the rest reads as it was written.
 */
export function searchedText(typed: string): SearchedText {
  const places: number[] = []
  const kept: string[] = []
  let at = 0
  for (const character of typed) {
    const plain = plainOf(character)
    for (let unit = 0; unit < plain.length; unit++) places.push(at)
    if (plain) kept.push(plain)
    at += character.length
  }
  const text = kept.join('')
  return { text, tokens: tokensOf(text), original: (index) => places[index] ?? typed.length }
}

function plainOf(character: string): string {
  if (character <= '~') return character
  if (dropped.test(character)) return ''
  const plain = character.normalize('NFKC')
  return plain.length > longestExpansion ? character : plain
}

/** A letter of a script that writes no spaces between words. */
const unspacedLetter = String.raw`(?!\p{N})[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}](?<=[\p{L}\p{M}])`
/** Korean particles follow a Latin word without a space, so Korean letters are words of their own. */
const korean = String.raw`(?!\p{N})\p{sc=Hangul}`
const pattern = new RegExp(
  String.raw`((?:${unspacedLetter})+)|((?:${korean})+)|((?:(?<![\p{L}\p{M}\p{N}])[Oo][’'ʼ](?=\p{L}))?(?:(?!${unspacedLetter}|${korean})[\p{L}\p{M}\p{N}])+)|(\s+)|[^]`,
  'gu',
)
const digitsOnly = /^\p{Nd}+$/u

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(pattern)) {
    const [found] = match
    const { index } = match
    tokens.push({ kind: kindOf(match), text: found, start: index, end: index + found.length })
  }
  return tokens
}

function kindOf([found, unspaced, korean, word, space]: RegExpExecArray): Token['kind'] {
  if (unspaced !== undefined) return 'unspaced'
  if (space !== undefined) return 'space'
  if (word === undefined && korean === undefined) return 'sign'
  return digitsOnly.test(found) ? 'number' : 'word'
}

export const isWord = (token: Token | undefined): token is Token =>
  token !== undefined && token.kind !== 'space' && token.kind !== 'sign'
