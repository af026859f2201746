import { type Finder, findersOf, type HiddenKind } from './identifying.ts'

export type Warning = 'school' | 'year' | 'age'

interface Hidden {
  kind: HiddenKind
}
type Piece = string | Hidden

const hiddenMark = '[hidden]'

/**
 * Hides what says who somebody is: addresses, links, handles, telephone numbers, the programmes'
 * names, their own name (talent.md §5). Each kind reads only what the kinds before it left over, so
 * nothing is hidden twice or half. `kinds` names the marks from left to right; `warnings` reads the
 * text as typed. Pure, and a net with holes: the page tells its author to read the result.
 */
export function redact(typed: string, name: string, programmeNames: readonly string[]) {
  const text = plain(typed)
  const pieces = findersOf(name, programmeNames).reduce<Piece[]>(
    (left, [kind, find]) =>
      left.flatMap((piece) => (typeof piece === 'string' ? cut(piece, kind, find) : [piece])),
    [text],
  )
  const marked = mergeNeighbours(pieces)
  return {
    text: marked.map((piece) => (typeof piece === 'string' ? piece : hiddenMark)).join(''),
    kinds: marked.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.kind])),
    warnings: warningsIn(text),
  }
}

/** What a reader could conclude from, though nothing is hidden for it: schools, years, ages. */
export function warningsIn(typed: string): Warning[] {
  const found = warned.flatMap(([kind, pattern]) =>
    [...plain(typed).matchAll(pattern)].map(({ index }) => ({ kind, index })),
  )
  return found.toSorted((one, other) => one.index - other.index).map(({ kind }) => kind)
}

/** Full-width letters become plain ones and zero-width ones go, or they would hide an address. */
const plain = (text: string) => text.normalize('NFKC').replace(/[\u200B-\u200D\u2060\uFEFF]/gu, '')

const warned: [Warning, RegExp][] = [
  [
    'school',
    /(?<!\p{L})(?:schools?|colleges?|universit(?:y|ies)|academ(?:y|ies)|institutes?|polytechnics?|sixth forms?|campus(?:es)?|class of)(?!\p{L})/giu,
  ],
  ['year', /(?<!\d)(?:19[4-9]\d|20[0-4]\d)(?!\d)/gu],
  ['age', /(?<!\d)\d{1,2}(?:-| )years?(?:-| )old(?!\p{L})/giu],
]

function cut(text: string, kind: HiddenKind, find: Finder): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const { start, end } of find(text).toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < from) continue
    pieces.push(text.slice(from, start), { kind })
    from = end
  }
  return [...pieces, text.slice(from)].filter((piece) => piece !== '')
}

/** "Ana-María Vu" is one mark, not three: the number of marks would tell how a name is built. */
function mergeNeighbours(pieces: Piece[]): Piece[] {
  return pieces.reduce<Piece[]>((merged, piece) => {
    const [before, between] = merged.slice(-2)
    if (typeof piece === 'string' || merged.length === 0) return [...merged, piece]
    const last = merged.at(-1)
    if (typeof last === 'object' && last.kind === piece.kind) return merged
    const gap = typeof between === 'string' && /^[\s\p{Pd}]+$/u.test(between)
    const joins = gap && typeof before === 'object' && before.kind === piece.kind
    return joins ? merged.slice(0, -1) : [...merged, piece]
  }, [])
}
