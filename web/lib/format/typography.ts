/** Straight quotes as curly ones, in the texts of a challenge. Never in what a person wrote. */
export function curly(text: string): string {
  return text
    .replaceAll(/(^|[\s([{–—])"/g, '$1“')
    .replaceAll('"', '”')
    .replaceAll(/(^|[\s([{“–—])'/g, '$1‘')
    .replaceAll("'", '’')
}
