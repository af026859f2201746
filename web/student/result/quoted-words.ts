/** Part of a sentence; `marked` if a reviewer quoted it. */
export interface Piece {
  text: string
  marked: boolean
}

interface Span {
  answer: number
  from: number
  to: number
}

const quotes = /["“«„]([^"“”«»„]{8,400})["”»“]/g
const sentenceEnd = /[.!?…]["”’)]?\s+|\n+/g
const mostSentences = 3

/**
 * The sentences of the answers that contain what reviewers quoted in their reasons, in the order of
 * the answers; three at most.
 */
export function quotedWords(answers: readonly string[], reasons: readonly string[]): Piece[][] {
  const quoted = reasons.flatMap((reason) =>
    Array.from(reason.matchAll(quotes), ([, text]) => text),
  )
  const plain = answers.map(plainOf)
  const spans = quoted
    .flatMap((text = '') => spanOf(text, plain) ?? [])
    .map((span) => ({ ...span, ...sentenceAround(answers[span.answer] ?? '', span) }))
    .toSorted((a, b) => a.answer - b.answer || a.from - b.from || b.to - a.to)
  const sentences = Map.groupBy(spans, ({ answer, start }) => `${answer} ${start}`)
  return [...sentences.values()]
    .slice(0, mostSentences)
    .map((inOne) => piecesOf(answers[inOne[0]?.answer ?? 0] ?? '', inOne))
}

function spanOf(quoted: string, answers: readonly Plain[]): Span | undefined {
  // A reviewer may end a quotation with a full stop or dots of their own.
  const words = plainOf(quoted.trim().replace(/^[….\s]+|(?<![….,;\s])[….,;\s]+$/g, '')).text
  if (words === '') return undefined
  for (const [answer, { text, positions }] of answers.entries()) {
    const at = text.indexOf(words)
    const [from, to] = [positions[at], positions[at + words.length]]
    if (from !== undefined && to !== undefined) return { answer, from, to }
  }
  return undefined
}

/** A text to search in, and the position of each of its characters in the original. */
interface Plain {
  text: string
  positions: number[]
}

/** In lower case, with each run of white space as one space. */
function plainOf(written: string): Plain {
  const letters: string[] = []
  const positions: number[] = []
  for (const [at, letter] of written.split('').entries()) {
    const plain = letter.trim() === '' ? ' ' : letter.toLowerCase()
    if (plain === ' ' && letters.at(-1) === ' ') continue
    letters.push(plain)
    for (let unit = 0; unit < plain.length; unit++) positions.push(at)
  }
  return { text: letters.join(''), positions: [...positions, written.length] }
}

function sentenceAround(text: string, { from, to }: Span): { start: number; stop: number } {
  const ends = Array.from(text.matchAll(sentenceEnd), ({ index, 0: end }) => index + end.length)
  return {
    start: ends.findLast((end) => end <= from) ?? 0,
    stop: ends.find((end) => end >= to) ?? text.length,
  }
}

/** Overlapping quotations are merged into one mark. */
function piecesOf(text: string, spans: readonly (Span & { start: number; stop: number })[]) {
  const pieces: Piece[] = []
  const stop = Math.max(...spans.map((span) => span.stop))
  let at = spans[0]?.start ?? 0
  for (const { from, to } of spans) {
    if (to <= at) continue
    if (from > at) pieces.push({ text: text.slice(at, from), marked: false })
    pieces.push({ text: text.slice(Math.max(at, from), to), marked: true })
    at = to
  }
  if (at < stop) pieces.push({ text: text.slice(at, stop).trimEnd(), marked: false })
  return pieces.filter((piece) => piece.text !== '')
}
