import { type Host, hostAt } from './host.ts'
import { isWord, type SearchedText, type Span, type Token } from './searched-text.ts'

/**
 * After a full stop without a space, these are hardly ever the first word of a sentence. They count
 * as endings in upper case too.
 */
const plainEndings = new Set('com org net edu gov io uk eu dev app link info biz'.split(' '))
const behindLink = /^[.,;:!?'"’”»)\]}>。、，！？；：…]$/u

/**
 * Addresses of pages: with a scheme, with `www.`, or a bare host with a known ending, as people
 * often write their own page (`anavu.dev`, `t.me/ana`, `linkedin dot com slash in slash ana`).
 */
export function findLinks({ tokens }: SearchedText, common: ReadonlySet<string>): Span[] {
  const spans: Span[] = []
  for (let index = 0; index < tokens.length; index++) {
    if (!isWord(tokens[index])) continue
    const last = linkEnd(tokens, index, common)
    if (last === undefined) continue
    spans.push({ start: tokens[index]?.start ?? 0, end: tokens[last]?.end ?? 0 })
    index = last
  }
  return spans
}

function linkEnd(
  tokens: readonly Token[],
  index: number,
  common: ReadonlySet<string>,
): number | undefined {
  const text = (at: number) => tokens[at]?.text ?? ''
  const hasScheme = text(index + 1) === ':' && text(index + 2) === '/' && text(index + 3) === '/'
  const isWww =
    /^www\d?$/i.test(text(index)) && text(index + 1) === '.' && isWord(tokens[index + 2])
  if (hasScheme || isWww) return withoutStops(tokens, index, spaceAfter(tokens, index))
  // A word that touches the word before it, such as Latin letters after Korean ones, is the rest of
  // that word, so no host begins here.
  if (isWord(tokens[index - 1]) && tokens[index - 1]?.kind === tokens[index]?.kind) return undefined
  const host = hostAt(tokens, index)
  if (!host || !isAddress(host, tokens, index, common)) return undefined
  if (/^[/?#:]$/.test(text(host.last + 1)) && tokens[host.last + 2]?.kind !== 'space')
    return withoutStops(tokens, host.last, spaceAfter(tokens, host.last))
  return spelledPath(tokens, host.last)
}

function isAddress(
  { kind, ending, name, dots, last }: Host,
  tokens: readonly Token[],
  index: number,
  common: ReadonlySet<string>,
): boolean {
  if (!kind || dots === 'broken' || !/\p{L}/u.test(name)) return false
  const lower = ending.toLowerCase()
  const hasPath = tokens[last + 1]?.text === '/' && isWord(tokens[last + 2])
  if (dots === 'word') return plainEndings.has(lower) || !common.has(lower)
  if (plainEndings.has(lower) || dots === 'brackets') return true
  // "finished.It was": a capital right after a full stop begins a sentence.
  const isShouted = ending === ending.toUpperCase() && name === name.toUpperCase()
  const isLower = ending === lower || isShouted
  return isLower && (hasPath || name.length >= 2 || last - index > 2)
}

function spaceAfter(tokens: readonly Token[], index: number): number {
  let end = index
  while (end + 1 < tokens.length && tokens[end + 1]?.kind !== 'space') end++
  return end
}

/**
 * The last token of a link. Full stops, commas and closing brackets at its end belong to the
 * sentence.
 */
function withoutStops(tokens: readonly Token[], first: number, last: number): number {
  let end = last
  while (end > first && behindLink.test(tokens[end]?.text ?? '')) end--
  return end
}

/** The last token of a path in words after a host: "slash in slash ana". */
function spelledPath(tokens: readonly Token[], last: number): number {
  let end = last
  while (/^slash$/i.test(tokens[end + 2]?.text ?? '') && isWord(tokens[end + 4])) end += 4
  return end
}
