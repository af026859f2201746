import { isWord, type Token } from './searched-text.ts'
import { dotSign } from './spelled-signs.ts'
import { type DomainEnding, domainEnding } from './top-level-domains.ts'

/** A host name, `mail.example.org`, with its dots written in any way. */
export interface Host {
  last: number
  /** The label before the ending: `example`. */
  name: string
  ending: string
  /** Undefined if the ending is not in our list. */
  kind: DomainEnding | undefined
  /** How its dots are written. A disguised dot overrides a plain one. */
  dots: 'sign' | 'broken' | 'brackets' | 'word'
}

const mostLabels = 12
const mostHyphens = 8

/**
 * The longest host that begins at token `first`. It ends with a known ending or, if all its dots
 * are plain, with any two or more letters. Reads a bounded number of tokens.
 */
export function hostAt(tokens: readonly Token[], first: number): Host | undefined {
  const start = labelEnd(tokens, first)
  if (start === undefined) return undefined
  let end = start
  let dots: Host['dots'] = 'sign'
  let best: Host | undefined
  let name = tokens[end]?.text ?? ''
  for (let label = 0; label < mostLabels; label++) {
    const dot = dotSign(tokens, end + 1)
    const next = dot && labelEnd(tokens, dot.last + 1)
    if (!dot || next === undefined) break
    const isBroken = dot.form === 'sign' && dot.last > dot.first
    // A full stop with a line break is taken for the end of a sentence if the host is complete
    // without what follows, or if no small letter follows.
    if (isBroken && (best || !/^\p{Ll}/u.test(tokens[next]?.text ?? ''))) break
    if (dot.form !== 'sign') dots = dot.form
    else if (isBroken && dots === 'sign') dots = 'broken'
    const ending = tokens[next]?.text ?? ''
    const kind = dot.last + 1 === next ? domainEnding(ending) : undefined
    if (kind || (dots === 'sign' && /^\p{L}{2,}$/u.test(ending)))
      best = { last: next, name, ending, kind, dots }
    name = ending
    end = next
  }
  return best
}

/** The last token of a label, including its hyphens and underscores. */
function labelEnd(tokens: readonly Token[], first: number): number | undefined {
  if (!isWord(tokens[first])) return undefined
  let end = first
  for (let hyphen = 0; hyphen < mostHyphens; hyphen++) {
    if (!/^[-_]$/.test(tokens[end + 1]?.text ?? '') || !isWord(tokens[end + 2])) break
    end += 2
  }
  return end
}
