import { folded } from './fold.ts'
import { isWord, type SearchedText, searchedText, type Span, type Token } from './searched-text.ts'

/**
 * Names of programmes and their aliases, as runs of whole words, with any spaces and signs between
 * them.
 */
export function findProgrammes({ text, tokens }: SearchedText, names: readonly string[]): Span[] {
  const words = tokens.filter(isWord).map(withKey)
  const places = Map.groupBy(words.keys(), (at) => words[at]?.key ?? '')
  return names.flatMap((name) => {
    const wanted = searchedText(name).tokens.filter(isWord).map(withKey)
    const [first] = wanted
    if (!first) return []
    if (wanted.every(({ kind }) => kind === 'unspaced')) return sequences(text, wanted)
    return (places.get(first.key) ?? []).flatMap((at) => {
      const last = words[at + wanted.length - 1]
      const fits = last && isSame(words, at, wanted)
      return fits ? [{ start: words[at]?.start ?? 0, end: last.end }] : []
    })
  })
}

/** A word with its folded form, computed once per word and not once per name. */
interface Word extends Token {
  key: string
}

const withKey = (token: Token): Word => ({ ...token, key: folded(token.text) })

/**
 * An alias of two letters must match in case: otherwise "IT" and "US" would hide every "it" and
 * "us".
 */
function isSame(words: readonly Word[], from: number, wanted: readonly Word[]): boolean {
  const isShort = wanted.reduce((length, { text }) => length + text.length, 0) <= 2
  return wanted.every(({ key, text }, at) => {
    const word = words[from + at]
    return isShort ? word?.text === text : word?.key === key
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
