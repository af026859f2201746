/** A word: letters with their marks, or digits. A leading O’ joins ("O’Neil"); a hyphen splits. */
export const wordPattern = /(?:(?<![\p{L}\p{M}\p{N}])[Oo][’'ʼ])?[\p{L}\p{M}\p{N}]+/gu

/** Case, accents and the O’ folded away: "María" is "maria", "O’Neil" is "oneil". */
export function folded(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\p{M}’'ʼ]/gu, '')
    .toLowerCase()
    .replace(/[øłđßæœıþð]/gu, (letter) => unmarked[letter] ?? letter)
}

/** Letters that Unicode does not take apart, as people type them on another keyboard. */
const unmarked: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
  ð: 'd',
}

/**
 * The parts of a name that are looked for: of three letters and more folded, of two letters as
 * written ("Vu" hides, "vu" does not), of one letter never.
 */
export function foldedName(name: string): { long: Set<string>; short: Set<string> } {
  const parts = name.normalize('NFKC').match(wordPattern) ?? []
  const letters = (part: string) => (part.match(/\p{L}/gu) ?? []).length
  return {
    long: new Set(parts.filter((part) => letters(part) >= 3).map(folded)),
    short: new Set(parts.filter((part) => letters(part) === 2)),
  }
}
