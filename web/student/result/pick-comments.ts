import type { Decided } from './result.ts'

/** In characters. Longer comments would push the rest off the screen. */
const longestShown = 320

/**
 * One comment on what worked and one on what to try next: the first short one, or the shortest.
 * Comments are in no order that shows who wrote them, and this choice does not show it either.
 */
export function pickComments(comments: Decided['comments']) {
  return {
    worked: pick(comments.map(({ worked }) => worked)),
    tryNext: pick(comments.map(({ tryNext }) => tryNext)),
  }
}

function pick(texts: readonly string[]): string | undefined {
  const byLength = texts.toSorted((one, other) => one.length - other.length)
  return texts.find((text) => text.length <= longestShown) ?? byLength[0]
}
