/** A story's straight quotes as the curly ones they stand for. Never for what a person wrote. */
export function curly(text: string): string {
  return text
    .replaceAll(/(^|[\s([{–—])"/g, '$1“')
    .replaceAll('"', '”')
    .replaceAll(/(^|[\s([{“–—])'/g, '$1‘')
    .replaceAll("'", '’')
}
