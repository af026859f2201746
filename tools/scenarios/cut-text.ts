/**
 * Cuts a text into as few pieces as `limit` allows, each measured with `size`. No piece ends inside
 * a surrogate pair.
 */
export function cutText(text: string, limit: number, size: (piece: string) => number): string[] {
  const pieces: string[] = []
  for (let from = 0; from < text.length;) {
    const to = endOf(text, from, limit, size)
    pieces.push(text.slice(from, to))
    from = to
  }
  return pieces
}

/** The last end that still fits, found by binary search. */
function endOf(text: string, from: number, limit: number, size: (piece: string) => number) {
  let fits = from + 1
  let tooFar = Math.min(text.length, from + limit) + 1
  while (tooFar - fits > 1) {
    const middle = Math.floor((fits + tooFar) / 2)
    if (size(text.slice(from, middle)) <= limit) fits = middle
    else tooFar = middle
  }
  return isInsidePair(text, fits) ? fits - 1 : fits
}

function isInsidePair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  return at < text.length && before >= 0xd800 && before <= 0xdbff
}
