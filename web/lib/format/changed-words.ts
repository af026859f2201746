/** A part of a text, and whether the other text lacks it. */
export interface Piece {
  text: string
  changed: boolean
}

/** Longer texts are compared word by word only up to here; the rest counts as changed. */
const mostWords = 1_500

/**
 * The text in pieces, with the words marked that are not in `other` in the same order (the longest
 * common subsequence of words).
 */
export function changedWords(text: string, other: string): Piece[] {
  const tokens = text.match(/\S+\s*|\s+/g) ?? []
  const words = tokens.slice(0, mostWords).map(trimmed)
  const others = (other.match(/\S+/g) ?? []).slice(0, mostWords)
  const same = commonWords(words, others)
  return joined(
    tokens.map((token, at) => ({ text: token, changed: trimmed(token) !== '' && !same.has(at) })),
  )
}

const trimmed = (token: string) => token.trimEnd()

/** The places in `words` of those that both lists have, in the same order. */
function commonWords(words: readonly string[], others: readonly string[]): ReadonlySet<number> {
  const width = others.length + 1
  const lengths = new Uint16Array((words.length + 1) * width)
  const lengthAt = (at: number, otherAt: number) => lengths[at * width + otherAt] ?? 0
  for (let at = words.length - 1; at >= 0; at--) {
    for (let otherAt = others.length - 1; otherAt >= 0; otherAt--) {
      lengths[at * width + otherAt] =
        words[at] === others[otherAt]
          ? lengthAt(at + 1, otherAt + 1) + 1
          : Math.max(lengthAt(at + 1, otherAt), lengthAt(at, otherAt + 1))
    }
  }
  const common = new Set<number>()
  let [at, otherAt] = [0, 0]
  while (at < words.length && otherAt < others.length) {
    if (words[at] === others[otherAt]) {
      common.add(at)
      at++
      otherAt++
    } else if (lengthAt(at + 1, otherAt) >= lengthAt(at, otherAt + 1)) at++
    else otherAt++
  }
  return common
}

function joined(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = []
  for (const piece of pieces) {
    const last = merged.at(-1)
    if (last?.changed === piece.changed) last.text += piece.text
    else merged.push({ ...piece })
  }
  return merged
}
