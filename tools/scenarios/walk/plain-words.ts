/**
 * Words as they are written, without figures. A hyphen separates two words, an apostrophe does not.
 */
export function plainWordsOf(text: string): string[] {
  return text.replaceAll('’', "'").match(/\p{L}+(?:'\p{L}+)*/gu) ?? []
}
