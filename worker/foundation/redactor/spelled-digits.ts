import type { Span, Token } from './searched-text.ts'

/** The ten digits in nine languages, as people spell them to get past a filter. */
const digitWords = new Set(
  `zero oh nought one two three four five six seven eight nine
  cero uno una dos tres cuatro cinco seis siete ocho nueve
  null eins zwei zwo drei vier fünf sechs sieben acht neun
  zéro un deux trois quatre cinq sept huit neuf
  um dois duas três quatro meia sete oito nove
  due tre quattro cinque sei sette otto
  nul een één twee drie vijf zes zeven negen
  sıfır bir iki üç dört beş altı yedi sekiz dokuz
  không một hai ba bốn tư năm sáu bảy tám chín`.split(/\s+/),
)
const repeats = new Set('double triple doble doppel doppelt'.split(' '))
const chineseDigits = /[零〇一二三四五六七八九两幺]{7,}/gu
const between = /^[\s,.;·/-]$/u
const fewestDigits = 7
const fewestWords = 3

/** Telephone numbers with their digits spelled out: `oh seven double-seven 900 …`, 一三八零零…. */
export function findSpelledNumbers(tokens: readonly Token[]): Span[] {
  return [...tokens.flatMap(chineseIn), ...spelledRuns(tokens)]
}

function chineseIn({ kind, text, start }: Token): Span[] {
  if (kind !== 'unspaced' || text.length < fewestDigits) return []
  return [...text.matchAll(chineseDigits)].map(({ index, 0: found }) => ({
    start: start + index,
    end: start + index + found.length,
  }))
}

function spelledRuns(tokens: readonly Token[]): Span[] {
  const spans: Span[] = []
  let run: Token[] = []
  let words = 0
  const close = () => {
    const digits = run.reduce(
      (sum, { kind, text }) => sum + (kind === 'number' ? text.length : 1),
      0,
    )
    const [first] = run
    const last = run.at(-1)
    if (first && last && words >= fewestWords && digits >= fewestDigits)
      spans.push({ start: first.start, end: last.end })
    run = []
    words = 0
  }
  for (const token of tokens) {
    const lower = token.text.length <= 8 ? token.text.toLowerCase() : ''
    if (digitWords.has(lower) || repeats.has(lower)) words++
    else if (token.kind !== 'number') {
      if (token.kind !== 'space' && !between.test(token.text)) close()
      continue
    }
    run.push(token)
  }
  close()
  return spans
}
