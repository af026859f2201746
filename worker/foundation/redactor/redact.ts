import { type Author, findersOf, type HiddenKind } from './identifying.ts'
import { searchedText, type SearchedText, type Span } from './searched-text.ts'

export type Warning = 'school' | 'year' | 'age'

interface Hidden extends Span {
  kind: HiddenKind
}

/** Replaces hidden words of every kind. */
export const hiddenMark = '[hidden]'

/**
 * Hides what identifies the author: mail addresses, links, usernames, telephone numbers,
 * programmes' names and their own name. Searches a plain copy and cuts the original text, so the
 * rest of it does not change. Each kind searches only what the kinds before it left. `kinds` names
 * the marks from left to right; `warnings` come from the text as typed. Pure, in linear time. It
 * can miss something, so the page asks the author to read the result.
 */
export function redact(
  typed: string,
  name: string,
  programmeNames: readonly string[],
  language: string,
) {
  const copy = searchedText(typed)
  const hidden = mergeNeighbours(hiddenIn(copy, { name, programmeNames, language }), copy.text)
  const kept: string[] = []
  let from = 0
  for (const { start, end } of hidden) {
    kept.push(typed.slice(from, copy.original(start)), hiddenMark)
    from = copy.original(end)
  }
  return {
    text: [...kept, typed.slice(from)].join(''),
    kinds: hidden.map(({ kind }) => kind),
    warnings: warningsIn(typed),
  }
}

function hiddenIn(copy: SearchedText, author: Author): Hidden[] {
  const isTaken = new Uint8Array(copy.text.length)
  let left = copy
  return findersOf(author).flatMap(([kind, find]) => {
    const spans = find(left)
      .toSorted((a, b) => a.start - b.start || b.end - a.end)
      .filter(({ start, end }) => {
        const isFree = isTaken[start] === 0 && isTaken[end - 1] === 0
        if (isFree) isTaken.fill(1, start, end)
        return isFree
      })
    if (spans.length > 0) left = withoutTaken(left, isTaken)
    return spans.map((span) => ({ kind, ...span }))
  })
}

/** Turns hidden words into signs, so that the finders that follow skip them. */
function withoutTaken(copy: SearchedText, isTaken: Uint8Array): SearchedText {
  const tokens = copy.tokens.map((token) =>
    isTaken[token.start] === 1 && isTaken[token.end - 1] === 1
      ? { ...token, kind: 'sign' as const, text: '\u0000' }
      : token,
  )
  return { ...copy, tokens }
}

/**
 * "Ana-María Vu" is one mark, not three: the number of marks would show how many parts a name has.
 */
function mergeNeighbours(hidden: readonly Hidden[], text: string): Hidden[] {
  const merged: Hidden[] = []
  for (const each of hidden.toSorted((one, other) => one.start - other.start)) {
    const last = merged.at(-1)
    const gap = text.slice(last?.end ?? 0, each.start)
    const joins = last?.kind === each.kind && gap.length <= 8 && /^[\s\p{Pd}_’'ʼ]*$/u.test(gap)
    if (last && joins) merged[merged.length - 1] = { ...last, end: each.end }
    else merged.push(each)
  }
  return merged
}

/** Warns of schools, years and ages, which may identify the author but are not hidden. */
export function warningsIn(typed: string): Warning[] {
  const text = searchedText(typed).text
  const found = warned.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map(({ index }) => ({ kind, index })),
  )
  return found.toSorted((one, other) => one.index - other.index).map(({ kind }) => kind)
}

const warned: [Warning, RegExp][] = [
  [
    'school',
    /(?<!\p{L})(?:schools?|colleges?|universit(?:y|ies)|academ(?:y|ies)|institutes?|polytechnics?|sixth forms?|campus(?:es)?|class of)(?!\p{L})/giu,
  ],
  ['year', /(?<!\d)(?:19[4-9]\d|20[0-4]\d)(?!\d)/gu],
  ['age', /(?<!\d)\d{1,2}(?:-| )years?(?:-| )old(?!\p{L})/giu],
]
