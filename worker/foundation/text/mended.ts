/**
 * Invisible characters that nobody types on purpose: control characters except tab and line breaks,
 * byte order marks, tag characters, and the embeddings, overrides and isolates of text direction.
 * A known loss: the flag of England consists of a black flag and tag characters, so only the black
 * flag stays.
 */
const unseen =
  /(?![\t\n\v\f\r\u0085])\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFEFF]|[\u{E0000}-\u{E007F}]/gu
const lineBreak = /\r\n|[\r\v\f\u0085\u2028\u2029]/gu

/**
 * The text as it is stored: line breaks are `\n`, invisible characters are removed, and it is in
 * NFC. Idempotent, so a page that mends a text before it sends it gets the same text back.
 */
export function mended(text: string): string {
  return text.replace(unseen, '').replace(lineBreak, '\n').normalize('NFC')
}

/** One line as it is stored: mended, and without white space at its ends. */
export function mendedLine(text: string): string {
  // Mend first: `trim` does not remove U+0085, but it removes the `\n` that replaces it.
  return mended(text).trim()
}
