import { type Host, hostAt } from './host.ts'
import { isWord, type SearchedText, type Span, type Token } from './searched-text.ts'
import { afterSpace, atSign, dotSign, type SpelledSign } from './spelled-signs.ts'

const providers = new Set(
  'gmail googlemail yahoo outlook hotmail live icloud proton protonmail gmx web aol qq 163 126 yandex mail zoho orange wanadoo laposte libero uol terra ziggo hey tutanota naver daum'.split(
    ' ',
  ),
)
const joining = /^[._%+'’&-]$/u
const mostParts = 24

/**
 * E-mail addresses, plain and disguised: `a dot b at host dot de`, `a{at}b(dot)com`, broken over
 * lines. Reads the tokens once, and looks back a bounded number of tokens from each `@`.
 */
export function findMail({ tokens }: SearchedText, common: ReadonlySet<string>): Span[] {
  const spans: Span[] = []
  let from = 0
  for (let index = 1; index < tokens.length; index++) {
    const at = atSign(tokens, index)
    if (!at || !isWord(tokens[index - 1])) continue
    const start = localStart(tokens, index - 1, from)
    const end = hostEnd(tokens, at, { start, last: index - 1 }, common)
    if (end === undefined) continue
    spans.push({ start: tokens[start]?.start ?? 0, end: tokens[end]?.end ?? 0 })
    from = end + 1
    index = end
  }
  return spans
}

/** The last token of the address, or undefined if the `@` does not belong to an address. */
function hostEnd(
  tokens: readonly Token[],
  at: SpelledSign,
  local: { start: number; last: number },
  common: ReadonlySet<string>,
): number | undefined {
  const host = hostAt(tokens, at.last + 1)
  const isGlued = at.form === 'sign' && at.first === at.last
  if (!host) return isGlued ? gluedWord(tokens, at.last + 1) : undefined
  const isUsual = at.form === 'sign' || at.form === 'brackets' || isSpelled(host, tokens, common)
  if (isGlued || (host.kind && isUsual)) return host.last
  const isMail = local.start < local.last || providers.has(host.name.toLowerCase())
  return host.kind && at.form === 'word' && isMail ? host.last : undefined
}

/**
 * Whether an address in words (`at … dot …`) is meant as one: "look at the dot in the picture" is
 * not.
 */
function isSpelled(
  { dots, name, ending, last }: Host,
  tokens: readonly Token[],
  common: ReadonlySet<string>,
) {
  if (dots === 'sign' || dots === 'broken') return false
  const goesOn = isWord(tokens[afterSpace(tokens, last + 1)])
  return !(goesOn && common.has(name.toLowerCase()) && common.has(ending.toLowerCase()))
}

/**
 * The word right after an `@` if there is no host: `name@name` is also hidden, because ordinary
 * text does not contain it.
 */
function gluedWord(tokens: readonly Token[], index: number): number | undefined {
  return /^\p{L}{2}/u.test(tokens[index]?.text ?? '') ? index : undefined
}

/** The first token of the part before the `@`. Its dots may be spelled. */
function localStart(tokens: readonly Token[], last: number, from: number): number {
  let start = last
  for (let part = 0; part < mostParts; part++) {
    const before = wordBefore(tokens, start)
    if (before === undefined || before < from) break
    start = before
  }
  return start
}

function wordBefore(tokens: readonly Token[], index: number): number | undefined {
  if (joining.test(tokens[index - 1]?.text ?? '') && isWord(tokens[index - 2])) return index - 2
  // A spelled dot takes two to five tokens, with its spaces and brackets.
  for (let width = 3; width <= 6; width++) {
    const first = index - width
    const dot = isWord(tokens[first]) ? dotSign(tokens, first + 1) : undefined
    if (dot && dot.form !== 'sign' && dot.last === index - 1) return first
  }
  return undefined
}
