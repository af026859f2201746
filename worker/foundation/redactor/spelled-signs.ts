import { isWord, type Token } from './searched-text.ts'

/** `@` and `.` as people spell them to hide an address, in several languages. */
const atWords = new Set(
  'at arroba arrobase arobase chiocciola klammeraffe apenstaartje ät'.split(' '),
)
const dotWords = new Set('dot punto ponto punkt point punt nokta chấm'.split(' '))
const opening = new Set('([{<')
const closing = new Set(')]}>')

export interface SpelledSign {
  /** The first token of the sign; `last` is its last one. White space around it is included. */
  first: number
  last: number
  form: 'sign' | 'brackets' | 'word'
}

/** The `@` that begins at token `index`, written in any way, or undefined. */
export function atSign(tokens: readonly Token[], index: number): SpelledSign | undefined {
  return signAt(tokens, index, '@', atWords)
}

/**
 * The dot that begins at token `index`. A full stop with white space on one side usually ends a
 * sentence, so it counts only if the white space contains a line break.
 */
export function dotSign(tokens: readonly Token[], index: number): SpelledSign | undefined {
  const found = signAt(tokens, index, '.', dotWords)
  if (found?.form !== 'sign') return found
  const spaces = [tokens[index], tokens[found.last]].filter((token) => token?.kind === 'space')
  const isBroken = spaces.every((token) => token?.text.includes('\n'))
  return isBroken || spaces.length === 2 ? found : undefined
}

function signAt(
  tokens: readonly Token[],
  index: number,
  sign: string,
  words: ReadonlySet<string>,
): SpelledSign | undefined {
  const start = afterSpace(tokens, index)
  const token = tokens[start]
  if (!token) return undefined
  if (token.text === sign) {
    return { first: index, last: afterSpace(tokens, start + 1) - 1, form: 'sign' }
  }
  if (opening.has(token.text)) {
    const word = afterSpace(tokens, start + 1)
    const end = afterSpace(tokens, word + 1)
    const fits = isNamed(tokens[word], sign, words) && closing.has(tokens[end]?.text ?? '')
    if (fits) return { first: index, last: afterSpace(tokens, end + 1) - 1, form: 'brackets' }
    return undefined
  }
  const stands = start > index && tokens[start + 1]?.kind === 'space'
  if (!stands || !isNamed(token, '', words)) return undefined
  return { first: index, last: start + 1, form: 'word' }
}

const isNamed = (token: Token | undefined, sign: string, words: ReadonlySet<string>) =>
  token?.text === sign || (isWord(token) && words.has(token.text.toLowerCase()))

export function afterSpace(tokens: readonly Token[], index: number): number {
  return tokens[index]?.kind === 'space' ? index + 1 : index
}
