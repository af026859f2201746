const segments = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** How many characters people see. */
export function lengthOf(text: string): number {
  return Array.from(segments.segment(text)).length
}

/** At most `max` characters as people see them, the last one an ellipsis where some were left out. */
export function cutText(text: string, max: number): string {
  const characters = Array.from(segments.segment(text), ({ segment }) => segment)
  if (characters.length <= max) return text
  return `${characters
    .slice(0, Math.max(0, max - 1))
    .join('')
    .trimEnd()}…`
}
