/** A story's straight quotes as curly ones. Never for what a person wrote. */
export function curly(text: string): string {
  return text
    .replaceAll(/(^|[\s([{–—])"/g, '$1“')
    .replaceAll('"', '”')
    .replaceAll(/(^|[\s([{“–—])'/g, '$1‘')
    .replaceAll("'", '’')
}
