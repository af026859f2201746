import { folded } from './fold.ts'
import { isWord, type SearchedText, searchedText, type Span, type Token } from './searched-text.ts'

/** Names of programmes and their aliases, as runs of whole words, whatever stands between them. */
export function findProgrammes({ text, tokens }: SearchedText, names: readonly string[]): Span[] {
  const words = tokens.filter(isWord)
  const places = Map.groupBy(words.keys(), (at) => folded(words[at]?.text ?? ''))
  return names.flatMap((name) => {
    const wanted = searchedText(name).tokens.filter(isWord)
    const [first] = wanted
    if (!first) return []
    if (wanted.every(({ kind }) => kind === 'unspaced')) return sequences(text, wanted)
    return (places.get(folded(first.text)) ?? []).flatMap((at) => {
      const run = words.slice(at, at + wanted.length)
      const last = run.at(-1)
      const fits = run.length === wanted.length && isSame(run, wanted)
      return last && fits ? [{ start: run[0]?.start ?? 0, end: last.end }] : []
    })
  })
}

/** An alias of two letters, read without case, would hide "it" and "us" everywhere. */
function isSame(run: readonly Token[], wanted: readonly Token[]): boolean {
  const isShort = wanted.map(({ text }) => text).join('').length <= 2
  return run.every(({ text }, at) => {
    const other = wanted[at]?.text ?? ''
    return isShort ? text === other : text.length < 120 && folded(text) === folded(other)
  })
}

function sequences(text: string, wanted: readonly Token[]): Span[] {
  const name = wanted.map(({ text: piece }) => piece).join('')
  const spans: Span[] = []
  for (
    let at = text.indexOf(name);
    at !== -1 && name.length > 1;
    at = text.indexOf(name, at + name.length)
  )
    spans.push({ start: at, end: at + name.length })
  return spans
}
