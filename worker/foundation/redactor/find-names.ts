import { folded } from './fold.ts'
import { type Hit, hiddenOf, isBeside } from './name-chain.ts'
import type { NamePart, NameParts } from './name-parts.ts'
import { type Place, placeIn } from './name-place.ts'
import { isWord, type SearchedText, type Span, type Token } from './searched-text.ts'

/**
 * Finds the parts of the author's name as whole words, ignoring case and accents. A part that is
 * also a common word of the text's language ("will", "can", "the") is hidden only
 * - next to another part of the name, if it has a capital, or the other part has none, or a hyphen
 *   or apostrophe joins it to its neighbour, or
 * - with a capital inside a sentence. That is no evidence in German, where all nouns have capitals,
 *   or for words that always have one, such as months in English.
 * Whether a word is common depends on its accents, so an English text hides "Thế" and keeps "the".
 * A particle ("de", "van") is hidden only between two hidden parts, or with a capital next to one.
 */
export function findNames({ text, tokens }: SearchedText, parts: NameParts, place: Place): Span[] {
  const spans = sequencesIn(text, parts.sequences, place)
  let chain: Hit[] = []
  const close = () => {
    for (const { token } of hiddenOf(chain)) spans.push({ start: token.start, end: token.end })
    chain = []
  }
  for (const [index, token] of tokens.entries()) {
    if (!isWord(token)) continue
    const hit = hitAt(tokens, index, parts, place)
    const last = chain.at(-1)
    if (last && !(hit && isBeside(tokens, last.index, index))) close()
    if (hit) chain.push(hit)
  }
  close()
  return spans
}

function hitAt(
  tokens: readonly Token[],
  index: number,
  parts: NameParts,
  place: Place,
): Hit | undefined {
  const token = tokens[index]
  if (token?.kind !== 'word' || token.text.length > longestWord) return undefined
  const found = partOf(token.text, parts, place.language)
  if (!found) return undefined
  const isShort = found.asWritten !== undefined && !fits(found.asWritten, token.text)
  const isCommon = isShort || place.common.has(token.text.toLowerCase())
  const strength = found.isParticle ? 'particle' : isCommon ? 'weak' : 'alone'
  const { hasCapital, isInside } = placeIn(tokens, index, place)
  const isGlued = [tokens[index - 1], tokens[index + 1]].some((near) =>
    /^[\p{Pd}’'ʼ]$/u.test(near?.text ?? ''),
  )
  return { index, token, part: found.part, strength, hasCapital, isGlued, isNamePlace: isInside }
}

const longestWord = 80
const joinedPart: NamePart = { part: -1, isParticle: false, asWritten: undefined }
/** Arabic and Hebrew letters that are joined to the front of a name: and, by, for, to. */
const prefixed = /^[وفبلكהובלמשכ](?=[\p{sc=Arabic}\p{sc=Hebrew}]{3})/u

function partOf(
  text: string,
  { words, joined }: NameParts,
  language: string,
): NamePart | undefined {
  const word = folded(text)
  const part = words.get(word)
  if (part) return part
  const name = word.replace(/\p{N}{1,8}$/u, '')
  if (joined.has(name)) return joinedPart
  // Also finds leila98, and Leilas in languages that write a genitive without an apostrophe.
  const shorter = name.length < word.length ? name : withoutEnding(word, language)
  const near = words.get(shorter) ?? words.get(word.replace(prefixed, ''))
  return near && near.asWritten === undefined && shorter.length >= 3 ? near : undefined
}

/**
 * Whether a part of one or two letters is written as in the name or in capitals: "Vu", "VU". Any
 * other spelling ("vu") is treated like a common word.
 */
const fits = (written: string, text: string) => text === written || text === written.toUpperCase()

const withoutEnding = (word: string, language: string) =>
  ['de', 'nl', 'sv', 'da', 'no'].includes(language) && word.length > 4
    ? word.replace(/s$/, '')
    : word

/**
 * Names in scripts without spaces, as sequences of letters. In Korean only at the start of a word.
 */
function sequencesIn(text: string, sequences: readonly string[], { common }: Place): Span[] {
  return sequences.flatMap((sequence) => {
    if (common.has(sequence)) return []
    const spans: Span[] = []
    const isKorean = /^\p{sc=Hangul}/u.test(sequence)
    for (
      let at = text.indexOf(sequence);
      at !== -1;
      at = text.indexOf(sequence, at + sequence.length)
    ) {
      const follows = isKorean && /\p{sc=Hangul}/u.test(text[at - 1] ?? '')
      if (!follows) spans.push({ start: at, end: at + sequence.length })
    }
    return spans
  })
}
