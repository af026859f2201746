/**
 * What no reader sees and no writer means: control characters but tab and line breaks, byte order
 * marks, marks that turn text around, and tag characters (England's flag becomes a black one).
 */
const unseen =
  /(?![\t\n\v\f\r\u0085])\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFEFF]|[\u{E0000}-\u{E007F}]/gu
const lineBreak = /\r\n|[\r\v\f\u0085\u2028\u2029]/gu

/**
 * The text as it is stored: every line break a `\n`, nothing unseen, NFC. Mending twice changes
 * nothing, so a page that mends before it sends has the words the server will give back.
 */
export function mended(text: string): string {
  return text.replace(unseen, '').replace(lineBreak, '\n').normalize('NFC')
}

/** The same for one line: without white space at its ends. */
export function mendedLine(text: string): string {
  // A separator at the end is no line break there, but white space to be trimmed.
  return mended(text).trim()
}
