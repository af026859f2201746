/** Words are split only at white space. */
export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

/** The share of different words among all words; 1 for a text without words. */
export function distinctShare(text: string): number {
  const words = wordsOf(text).map((word) => word.toLowerCase())
  return words.length === 0 ? 1 : new Set(words).size / words.length
}

/**
 * The number of words changed between two texts, each read as a multiset: a replaced word counts
 * once, and moving words changes nothing.
 */
export function wordsChanged(before: string, after: string): number {
  const left = countsOf(before)
  let added = 0
  for (const [word, count] of countsOf(after)) {
    const standing = left.get(word) ?? 0
    added += Math.max(0, count - standing)
    left.set(word, Math.max(0, standing - count))
  }
  const removed = [...left.values()].reduce((sum, count) => sum + count, 0)
  return Math.max(added, removed)
}

function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
