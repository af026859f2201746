/** A piece of the searched copy: a word of one kind of script, white space, or a single sign. */
export interface Token {
  kind: 'word' | 'number' | 'unspaced' | 'space' | 'sign'
  text: string
  start: number
  end: number
}

/** A copy of a text for searching, with the way back from an index in it to the original. */
export interface SearchedText {
  text: string
  tokens: Token[]
  /** Maps an index in the copy to an index in the original. */
  original: (index: number) => number
}

/** A range in the copy. `end` is exclusive. */
export interface Span {
  start: number
  end: number
}

// Invisible characters, variation selectors and the keycap mark: 1️⃣ is searched as 1.
const dropped = /[\p{Cf}\uFE00-\uFE0F\u20E3]/u
/**
 * The longest expansion that is used. Characters that hide a contact expand to four characters at
 * most; some Arabic ligatures expand to eighteen.
 */
const longestExpansion = 4

/**
 * Copies a text for searching, with compatibility forms made plain (ａ is a, ² is 2) and invisible
 * characters left out. Hidden words are cut from the original, so the rest of it does not change.
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

/** A letter of a script without spaces between words. */
const unspacedLetter = String.raw`(?!\p{N})[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}](?<=[\p{L}\p{M}])`
/** Korean particles follow a Latin word without a space, so Korean letters are separate words. */
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
