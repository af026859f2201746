import { foldedName, folded, wordPattern } from './fold.ts'

export type HiddenKind = 'email' | 'url' | 'handle' | 'phone' | 'programme' | 'name'
export type Warning = 'school' | 'year' | 'age'

interface Hidden {
  kind: HiddenKind
}
type Piece = string | Hidden
interface Span {
  start: number
  end: number
}
type Finder = (text: string) => Span[]

export const hiddenMark = '[hidden]'

/**
 * Hides what says who somebody is: addresses, links, handles, telephone numbers, the programmes'
 * names, their own name (talent.md §5). Each kind reads only what the kinds before it left over, so
 * nothing is hidden twice or half. `kinds` names the marks from left to right; `warnings` reads the
 * text as typed. Pure, and a net with holes: the page tells its author to read the result.
 */
export function redact(typed: string, name: string, programmeNames: readonly string[]) {
  const text = plain(typed)
  const finders: [HiddenKind, Finder][] = [
    ['email', matches(email)],
    ['email', matches(spelledEmail)],
    ['url', findLinks],
    ['handle', matches(handle)],
    ['phone', findTelephones],
    ['programme', (part) => programmeNames.flatMap((programme) => findWords(part, programme))],
    ['name', (part) => findNames(part, name)],
  ]
  const pieces = finders.reduce<Piece[]>(
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

const endings = 'com|org|net|edu|gov|io|uk|eu|dev|app|link|info|biz'
const local = String.raw`[\p{L}\p{N}._%+'-]+`
const label = String.raw`[\p{L}\p{N}-]+`
const dot = String.raw`(?:\.|\s*[(\[]dot[)\]]\s*|\s+dot\s+)`

const email = new RegExp(String.raw`${local}@(?:${label}\.)+\p{L}{2,}`, 'gu')
const spelledEmail = new RegExp(
  String.raw`${local}(?:(?:\s*[(\[]at[)\]]\s*|@)(?:${label}${dot})+|\s+at\s+${label}(?:\s*[(\[]dot[)\]]\s*|\s+dot\s+)(?:${label}${dot})*)(?:${endings})(?![\p{L}\p{N}])`,
  'giu',
)
// A bare `name.dev` counts too: it is how people write the address of their own page.
const link = new RegExp(
  String.raw`(?:https?:\/\/|www\.)\S+|(?<![\p{L}\p{N}])(?:${label}\.)+(?:${endings})(?![\p{L}\p{N}])(?:[\/?#:]\S*)?`,
  'giu',
)
const handle = /(?<![\p{L}\p{N}])@[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?/gu
// More dashes than a keyboard has; more than 15 digits are two numbers side by side.
const digitRun = /[+(]?\p{Nd}(?:[ \t()./\u2010-\u2015\u2212+-]*\p{Nd})*/gu
const notTelephone =
  /^(?:(?:\d{4}-\d\d-\d\d|(?:19|20)\d\d ?[-/\u2013] ?(?:19|20)\d\d)(?:[ /-]+(?=\d)|$))+$/u

const warned: [Warning, RegExp][] = [
  [
    'school',
    /(?<!\p{L})(?:schools?|colleges?|universit(?:y|ies)|academ(?:y|ies)|institutes?|polytechnics?|sixth forms?|campus(?:es)?|class of)(?!\p{L})/giu,
  ],
  ['year', /(?<!\d)(?:19[4-9]\d|20[0-4]\d)(?!\d)/gu],
  ['age', /(?<!\d)\d{1,2}(?:-| )years?(?:-| )old(?!\p{L})/giu],
]

function matches(pattern: RegExp): Finder {
  return (text) =>
    [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
      start: index,
      end: index + found.length,
    }))
}

/** A full stop, comma or bracket behind a link belongs to the sentence. */
function findLinks(text: string): Span[] {
  return [...text.matchAll(link)].map(({ index, 0: found }) => {
    return { start: index, end: index + found.replace(/[.,;:!?'")\]}]+$/u, '').length }
  })
}

function findTelephones(text: string): Span[] {
  return matches(digitRun)(text).filter(({ start, end }) => {
    const run = text.slice(start, end)
    return (run.match(/\p{Nd}/gu) ?? []).length >= 7 && !notTelephone.test(run)
  })
}

/** A programme's name or alias as a run of whole words, whatever stands between them. */
function findWords(text: string, programme: string): Span[] {
  const wanted = programme.match(wordPattern) ?? []
  const words = [...text.matchAll(wordPattern)]
  if (wanted.length === 0) return []
  // An alias of two letters, read without case, would hide "it" and "us" everywhere.
  const same = wanted.join('').length <= 2 ? (word = '') => word : (word = '') => folded(word)
  return words.flatMap((first, at) => {
    const run = words.slice(at, at + wanted.length)
    const fits =
      run.length === wanted.length && run.every(([word], i) => same(word) === same(wanted[i]))
    const last = run.at(-1)
    return fits && last ? [{ start: first.index, end: last.index + last[0].length }] : []
  })
}

function findNames(text: string, name: string): Span[] {
  const parts = foldedName(name)
  return [...text.matchAll(wordPattern)]
    .filter(([word]) => parts.long.has(folded(word)) || parts.short.has(word))
    .map(({ index, 0: word }) => ({ start: index, end: index + word.length }))
}

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
