import type { Token } from './searched-text.ts'

/** Numbers in a row with what stands between them: `before[n]` is between number n-1 and n. */
export interface NumberRun {
  numbers: Token[]
  before: string[]
  /**
   * What stands right before and after the run: `currency`, which marks an amount, or nothing.
   * Before it also `+`, `(` or `+(`.
   */
  lead: string
  trail: string
}

/**
 * The next number of a run is looked for this many tokens on, so at most five tokens stand between:
 * `) - (`.
 */
const widestGap = 6
const separator = /^[()./+,;·•‧∙・⋅_*~|'’\u2010-\u2015\u2212-]$/u
const currency =
  /^(?:[€$£¥₹₺₫₽₩₴₪฿%‰°]|eur|euros?|usd|dollars?|dólares|gbp|pounds?|chf|francs?|franken|kr|sek|nok|dkk|pln|zł|brl|reais|try|tl|lira|vnd|đ|đồng|dong|inr|rupees|pesos?|rs|prozent|percent|per|cent)$/u

/** All runs of a text, in one pass. */
export function numberRuns(tokens: readonly Token[]): NumberRun[] {
  const runs: NumberRun[] = []
  let index = 0
  while (index < tokens.length) {
    if (tokens[index]?.kind !== 'number') {
      index++
      continue
    }
    const first = index
    const run: NumberRun = { numbers: [], before: [], lead: '', trail: '' }
    let gap = ''
    for (let next: number | undefined = first; next !== undefined;) {
      index = next
      const number = tokens[next]
      if (number) run.numbers.push(number)
      run.before.push(gap)
      const after: number = next
      next = nextNumber(tokens, after)
      if (next !== undefined)
        gap = tokens
          .slice(after + 1, next)
          .map(({ text }) => text)
          .join('')
    }
    run.lead = signsBefore(tokens, first)
    run.trail = wordAfter(tokens, index)
    runs.push(run)
    index++
  }
  return runs
}

function nextNumber(tokens: readonly Token[], index: number): number | undefined {
  for (let width = 1; width <= widestGap; width++) {
    const token = tokens[index + width]
    if (token?.kind === 'number') return index + width
    if (!token || (token.kind !== 'space' && !separator.test(token.text))) return undefined
  }
  return undefined
}

/** `+`, `(` or `+(` right before the run, or `currency` for a currency's sign or word. */
function signsBefore(tokens: readonly Token[], first: number): string {
  const near = tokens[first - 1]
  if (near?.kind === 'space') return asCurrency(tokens[first - 2])
  if (near?.text === '(') return `${tokens[first - 2]?.text === '+' ? '+' : ''}(`
  return near?.text === '+' ? '+' : asCurrency(near)
}

function wordAfter(tokens: readonly Token[], last: number): string {
  const near = tokens[last + 1]
  return asCurrency(near?.kind === 'space' ? tokens[last + 2] : near)
}

const asCurrency = (token: Token | undefined) =>
  token && currency.test(token.text.toLowerCase()) ? 'currency' : ''
