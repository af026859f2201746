import { folded } from './fold.ts'
import { isWord, searchedText, type Token } from './searched-text.ts'

/** How a word of a text belongs to a name. `part` numbers the parts from the left. */
export interface NamePart {
  part: number
  /** A common word between the parts of many names ("de", "van", "bin"), or a single letter. */
  isParticle: boolean
  /**
   * Set for a part of one or two letters ("Vu"). Another spelling of it ("vu") is treated like a
   * common word.
   */
  asWritten: string | undefined
}

/** What to search for, for one name. */
export interface NameParts {
  /** By the folded word. */
  words: Map<string, NamePart>
  /** Parts written as one word, `leilahaddad`, `lhaddad`, folded. */
  joined: Set<string>
  /** In scripts without spaces and in Korean: pieces of at least two letters, the longest first. */
  sequences: string[]
}

const particles = new Set(
  `de del della delle dello degli di da das do dos du des d la le les las los el al van von vom zu zum
  zur der den ter ten te of y e i und bin ibn bint abu ben bat mac mc st san santa ap ab af av`.split(
    /\s+/,
  ),
)
/**
 * A limit on the parts, because each is joined with each other. A name has at most 80 characters,
 * so at most 40 parts.
 */
const mostJoined = 40
const doubleSurnames =
  /^(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|司徒|夏侯|令狐|皇甫|南宫|황보|남궁|제갈|선우|독고)/u
const korean = /^\p{sc=Hangul}/u

/**
 * Takes a name apart at spaces, hyphens and apostrophes: "Sa’id" has two parts. Only the apostrophe
 * after an O that begins a word does not split: "O’Neil".
 */
export function namePartsOf(name: string): NameParts {
  const words = new Map<string, NamePart>()
  const sequences = new Set<string>()
  const spelled: string[] = []
  const tokens = searchedText(name.normalize('NFC')).tokens.filter(isWord)
  for (const token of tokens) {
    if (token.kind === 'unspaced' || korean.test(token.text)) {
      for (const piece of piecesOf(token)) sequences.add(piece)
      continue
    }
    const word = folded(token.text)
    const letters = (token.text.match(/\p{L}/gu) ?? []).length
    if (letters === 0) continue
    spelled.push(word)
    if (words.has(word)) continue
    const isParticle =
      particles.has(token.text.toLowerCase()) && words.size > 0 && token !== tokens.at(-1)
    const asWritten = letters <= 2 ? token.text : undefined
    const part = { part: words.size, isParticle: isParticle || letters === 1, asWritten }
    words.set(word, part)
    // Also searches for "Neil" of "O’Neil".
    if (/^O[’'ʼ]/iu.test(token.text)) words.set(word.slice(1), part)
  }
  const inWhole = spacedSequence(name)
  for (const piece of inWhole) sequences.add(piece)
  return { words, joined: joinedOf(spelled.slice(0, mostJoined)), sequences: byLength(sequences) }
}

const byLength = (pieces: Set<string>) => [...pieces].toSorted((a, b) => b.length - a.length)

/** Searches for 李小龙 and 小龙, but not for the surname alone: one letter is too common a word. */
function piecesOf({ text }: Token): string[] {
  const [surname = ''] = doubleSurnames.exec(text) ?? [text.slice(0, 1)]
  const given = text.slice(surname.length)
  const isShort = text.length <= 4 && /^[\p{sc=Han}\p{sc=Hangul}]+$/u.test(text)
  return [text, ...(isShort ? [given] : [])].filter((piece) => piece.length >= 2)
}

/** 李 小龙 with its space and without. */
function spacedSequence(name: string): string[] {
  const pieces = searchedText(name).tokens.filter(isWord)
  const isWhole = pieces.every(({ kind, text }) => kind === 'unspaced' || korean.test(text))
  const texts = pieces.map(({ text }) => text)
  return isWhole && texts.length > 1 ? [texts.join(''), texts.join(' ')] : []
}

function joinedOf(parts: readonly string[]): Set<string> {
  const joined = new Set<string>([parts.join(''), parts.toReversed().join('')])
  for (const one of parts) {
    for (const other of parts) {
      if (one === other) continue
      joined.add(one + other)
      // lhaddad, haddadl: an initial and a surname, as in many addresses.
      if (other.length >= 4) joined.add(one.slice(0, 1) + other).add(other + one.slice(0, 1))
    }
  }
  return new Set([...joined].filter((word) => word.length >= 5 && !parts.includes(word)))
}
