import type { Token } from './searched-text.ts'

/** A word that may be part of the name, and the evidence for it. */
export interface Hit {
  index: number
  token: Token
  part: number
  strength: 'alone' | 'weak' | 'particle'
  hasCapital: boolean
  /** Joined by a hyphen or apostrophe to the word before or after it. */
  isGlued: boolean
  /** With a capital inside a sentence, where it can only be a name. */
  isNamePlace: boolean
}

/**
 * Whether two words are next to each other: at most three tokens between them, all white space,
 * hyphens, apostrophes, commas, full stops or underscores, and no end of a sentence. A full stop
 * and a space after one or two letters ("J. Smith") do not end a sentence.
 */
export function isBeside(tokens: readonly Token[], one: number, other: number): boolean {
  return (
    other - one <= 4 &&
    tokens
      .slice(one + 1, other)
      .every(({ kind, text }) => kind === 'space' || /^[\p{Pd},’'._]$/u.test(text)) &&
    !(
      tokens[one + 1]?.text === '.' &&
      (tokens[one]?.text.length ?? 0) > 2 &&
      tokens[one + 2]?.kind === 'space'
    )
  )
}

/** The hits of a chain to hide: those that prove a name, and the particles between them. */
export function hiddenOf(chain: readonly Hit[]): Hit[] {
  const proofs = chain.filter((hit) => isProof(hit, chain))
  const first = proofs[0]?.index ?? Infinity
  const last = proofs.at(-1)?.index ?? -1
  return chain.filter(
    (hit) =>
      proofs.includes(hit) ||
      (hit.strength === 'particle' &&
        proofs.length > 0 &&
        (hit.hasCapital || (hit.index > first && hit.index < last))),
  )
}

function isProof(hit: Hit, chain: readonly Hit[]): boolean {
  if (hit.strength === 'alone' || (hit.strength === 'weak' && hit.isNamePlace)) return true
  if (hit.strength === 'particle') return false
  return chain.some(
    (other) =>
      other.part !== hit.part &&
      other.strength !== 'particle' &&
      (hit.hasCapital || !other.hasCapital || hit.isGlued),
  )
}
