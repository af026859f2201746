/** Why a text is refused and where. `line` and `character` count from one. */
export interface Flaw {
  reason: FlawReason
  line: number
  character: number
}

const reasons = [
  'broken-character',
  'stacked-marks',
  'long-word',
  'line-break',
  'too-short',
  'too-long',
] as const
export type FlawReason = (typeof reasons)[number]

/** `least` and `most` count UTF-16 units. */
export interface Shape {
  least: number
  most: number
  oneLine: boolean
}

const halfCharacter = /\p{Cs}/u
const marksInARow = /\p{M}{9}/u
const breaksLine = /[\n\t]/u

/**
 * A flaw of a text that `mended` has cleaned, or undefined. Of several, the first in the order of
 * the checks below, not in the text.
 */
export function flawOf(text: string, { least, most, oneLine }: Shape): Flaw | undefined {
  const at = (reason: FlawReason, index: number) => ({ reason, ...positionOf(text, index) })
  // Length first: the other checks read the whole text.
  if (text.length > most) return at('too-long', most)
  if (text.length < least) return at('too-short', text.length)
  const found: [FlawReason, number][] = [
    ['broken-character', text.search(halfCharacter)],
    ['stacked-marks', text.search(marksInARow)],
    ['line-break', oneLine ? text.search(breaksLine) : -1],
    ['long-word', longWord(text)],
  ]
  const first = found.find(([, index]) => index !== -1)
  return first && at(...first)
}

/**
 * Scripts without spaces between words, and their punctuation. They do not count as part of a word.
 */
const unspaced =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Tibetan}\p{scx=Yi}\p{scx=Javanese}\p{scx=Balinese}\u3000-\u303F\uFF00-\uFFEF]+/u
const betweenWords = new RegExp(String.raw`(\s+|${unspaced.source})`, 'u')
const letterOrDigit = /[\p{L}\p{N}]/gu
const longestWord = 200
const longestLink = 500

/**
 * Where a word of more than 200 letters and digits begins, or -1. A link may have 500 characters.
 */
function longWord(text: string): number {
  if (text.length <= longestWord) return -1
  let start = 0
  for (const piece of text.split(betweenWords)) {
    if (piece.length > longestWord && isTooLong(piece)) return start
    start += piece.length
  }
  return -1
}

function isTooLong(piece: string): boolean {
  if (/^\s|^$/u.test(piece) || unspaced.test(piece)) return false
  if (/https?:\/\//iu.test(piece)) return piece.length > longestLink
  return (piece.match(letterOrDigit) ?? []).length > longestWord
}

function positionOf(text: string, index: number): { line: number; character: number } {
  const before = text.slice(0, index).split('\n')
  return { line: before.length, character: Array.from(before.at(-1) ?? '').length + 1 }
}

/** A flaw as the message of a schema's issue, which can only be a string. */
export const writeFlaw = ({ reason, line, character }: Flaw) => `${reason}/${line}/${character}`

/** The flaw in an issue's message, if it is one. */
export function readFlaw(message: string): Flaw | undefined {
  const [name, line, character] = message.split('/')
  const reason = reasons.find((each) => each === name)
  return reason && { reason, line: Number(line), character: Number(character) }
}
