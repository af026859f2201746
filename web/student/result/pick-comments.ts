import type { Decided } from './result.ts'

/** What is read without opening anything: longer ones would push the rest off the screen. */
const longestShown = 320

/**
 * Of what reviewers wrote, one on what worked and one on what to try next: the first that is short, or
 * the shortest. The order of comments says nothing of who wrote them, and neither does this.
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
