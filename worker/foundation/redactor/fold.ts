/**
 * Removes case, accents and apostrophes: "María" becomes "maria", "O’Neil" becomes "oneil". Vowel
 * signs of other scripts stay: without them, different names would become the same text.
 */
export function folded(word: string): string {
  const lower = word.toLowerCase()
  if (plainLetters.test(lower)) return lower
  return lower
    .normalize('NFD')
    .replace(accents, '')
    .normalize('NFC')
    .replace(unmarkedLetter, (letter) => unmarked[letter] ?? letter)
}

const plainLetters = /^[a-z0-9]*$/
const accents = /[\u0300-\u036F\u0591-\u05C7\u0610-\u061A\u064B-\u065F\u0670\u0640’'ʼʻ`]/gu
const unmarkedLetter = /[øłđßæœıþðىةیک]/gu

/** Letters that NFD does not decompose, and how people type them on another keyboard. */
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
  ى: 'ي',
  ة: 'ه',
  ی: 'ي',
  ک: 'ك',
}
