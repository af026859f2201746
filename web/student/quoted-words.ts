/** A sentence of an answer with the words in it that a reviewer quoted. */
export interface QuotedWords {
  before: string
  marked: string
  after: string
}

const quotes = /["“«„]([^"“”«»„]{8,400})["”»“]/g
const sentenceEnd = /[.!?…]["”’)]?\s|\n/g

/** Finds what reviewers quoted in what was written, in the order of the answers; three at most. */
export function quotedWords(answers: readonly string[], reasons: readonly string[]): QuotedWords[] {
  const quoted = reasons.flatMap((reason) =>
    Array.from(reason.matchAll(quotes), ([, text]) => text),
  )
  const places = quoted.flatMap((text = '') => placeOf(text, answers) ?? [])
  const inOrder = places.toSorted((a, b) => a.answer - b.answer || a.from - b.from || b.to - a.to)
  const apart = inOrder.filter(
    (place, at) =>
      !inOrder.slice(0, at).some(({ answer, to }) => answer === place.answer && to > place.from),
  )
  return apart
    .slice(0, 3)
    .map(({ answer, from, to }) => inSentence(answers[answer] ?? '', from, to))
}

function placeOf(quoted: string, answers: readonly string[]) {
  // A reviewer may end a quotation with a full stop or dots of their own.
  const words = quoted.trim().replace(/^[….\s]+|[….,;\s]+$/g, '')
  const pattern = new RegExp(
    words
      .split(/\s+/)
      .map(escape)
      .join(String.raw`\s+`),
    'i',
  )
  for (const [answer, text] of answers.entries()) {
    const found = words.length > 0 && pattern.exec(text)
    if (found) return { answer, from: found.index, to: found.index + found[0].length }
  }
  return undefined
}

function inSentence(text: string, from: number, to: number): QuotedWords {
  const ends = Array.from(text.matchAll(sentenceEnd), ({ index, 0: end }) => index + end.length)
  const start = ends.findLast((end) => end <= from) ?? 0
  const stop = ends.find((end) => end >= to) ?? text.length
  return {
    before: text.slice(start, from).trimStart(),
    marked: text.slice(from, to),
    after: text.slice(to, stop).trimEnd(),
  }
}

const escape = (word: string) => word.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)
