import { folded, foldedName, wordPattern } from './fold.ts'

export type HiddenKind = 'email' | 'url' | 'handle' | 'phone' | 'programme' | 'name'

interface Span {
  start: number
  end: number
}
export type Finder = (text: string) => Span[]

/** What says who somebody is, in the order in which it is looked for (talent.md §5). */
export function findersOf(name: string, programmeNames: readonly string[]): [HiddenKind, Finder][] {
  return [
    ['email', matches(email)],
    ['email', matches(spelledEmail)],
    ['url', findLinks],
    ['handle', matches(handle)],
    ['phone', findTelephones],
    ['programme', (part) => programmeNames.flatMap((programme) => findWords(part, programme))],
    ['name', (part) => findNames(part, name)],
  ]
}

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
