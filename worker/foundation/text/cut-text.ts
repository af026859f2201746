const segments = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The number of characters as people see them (grapheme clusters). */
export function lengthOf(text: string): number {
  return Array.from(segments.segment(text)).length
}

/** At most `max` characters as people see them. The last one is an ellipsis if the text was cut. */
export function cutText(text: string, max: number): string {
  const characters = Array.from(segments.segment(text), ({ segment }) => segment)
  if (characters.length <= max) return text
  return `${characters
    .slice(0, Math.max(0, max - 1))
    .join('')
    .trimEnd()}…`
}
