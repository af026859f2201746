import type { NumberRun } from './number-run.ts'

/**
 * How many numbers from `at` on form something that nobody dials: a date, a time, an amount, or a
 * range of these. 0 if they form none. Numbers before `from` are ignored. A clear break must follow
 * them, or the end of the run: otherwise a piece of a telephone number (06.12.34.56.78) would be
 * taken for a date.
 */
export function undialled(run: NumberRun, at: number, from: number): number {
  const first = thingAt(run, at)
  if (first === 0) return 0
  const end = spanEnd(run, at, at + first)
  return startsThere(run, at, end, from) && endsThere(run, at, end) ? end - at : 0
}

/**
 * Whether the date, time or amount begins at `from` or after a clear break. `678` of +34 612 345
 * 678 does not: short groups after nothing but a space belong to the number before them.
 */
function startsThere(
  { numbers, before }: NumberRun,
  at: number,
  end: number,
  from: number,
): boolean {
  const gap = before[at] ?? ''
  if (at === from) return true
  if (!between.test(gap)) return false
  const isLoose = numbers.slice(at, end).every(({ text }) => text.length <= 3)
  return !(isLoose && gap.trim() === '')
}

const between = /^(?:[.,;]?\s+|\s*[;|•·]\s*|[\s.,]*[()][()\s.,]*)$/u

/**
 * The end of a range with dashes or slashes: `10.30-11.45-12.15`, `28.11. - 30.11.2026`. If the
 * parts contain dashes themselves, the dash between them needs spaces: 06-12-34-56-78 is not a date
 * and a score.
 */
function spanEnd(run: NumberRun, at: number, from: number): number {
  let end = from
  // Bounded, so that a text full of dates does not take quadratic time.
  while (end - at < mostNumbers && dash.test(run.before[end] ?? '')) {
    const next = thingAt(run, end)
    const isLoose = /^[.\s]*\s\S\s+$/u.test(run.before[end] ?? '')
    if (next === 0 || (!isLoose && (isDashed(run, at, from) || isDashed(run, end, end + next))))
      break
    end += next
  }
  return end
}

const mostNumbers = 12
const mostGroups = 6
const dash = /^[.\s]*[\u2010-\u2015\u2212/-]\s*$/u
const isDashed = ({ before }: NumberRun, at: number, end: number) =>
  before.slice(at + 1, end).some((gap) => /^[\u2010-\u2015\u2212/-]$/u.test(gap))

function endsThere(run: NumberRun, at: number, end: number): boolean {
  const gap = run.before[end]
  if (gap === undefined) return true
  if (!between.test(gap)) return false
  if (gap.trim() !== '' || thingAt(run, end) > 0) return true
  // `06.12 34 56 78` and `555 010 4477`: pieces that continue with spaces are one number.
  const lengths = run.numbers.slice(at, end).map(({ text }) => text.length)
  if (lengths.includes(3)) return false
  return !(Math.max(...lengths) <= 2 && run.before[end + 1]?.trim() === '')
}

function thingAt(run: NumberRun, at: number): number {
  const { numbers, before } = run
  const text = (index: number) => numbers[at + index]?.text ?? ''
  const gap = (index: number) => before[at + index]?.replaceAll(/\s/gu, '') ?? 'none'
  const value = (index: number) => Number(text(index))
  const sameGap = gap(1) === gap(2) && /^[./\u2010-\u2015\u2212-]$/u.test(gap(1))
  if (sameGap && isDate(text(0), text(1), text(2))) return 3
  const amount = amountAt(run, at)
  if (amount > 0) return amount
  if (/^[./]$/.test(gap(1)) && text(1).length === 2 && value(0) <= 24 && value(1) <= 59) {
    if (text(0).length <= 2) return 2
  }
  if (/^[./]$/.test(gap(1)) && isDay(text(0)) && isDay(text(1))) return 2
  if (isRange(text(0), text(1), gap(1)) || isScore(text(0), text(1), gap(1))) return 2
  return 0
}

function isDate(one: string, two: string, three: string): boolean {
  const isYear = (text: string) => /^(?:\d\d|1[5-9]\d\d|20\d\d)$/.test(text)
  const isYearFirst = /^(?:1[5-9]|20)\d\d$/.test(one) && isDay(two) && isDay(three)
  return isYearFirst || (isYear(three) && isDay(one) && isDay(two) && Math.min(+one, +two) <= 12)
}

const isDay = (text: string) => /^\d\d?$/.test(text) && Number(text) >= 1 && Number(text) <= 31

/** `1,250.00`, `1.250.000`, `12 000 000`, `1234567.89`; with a currency beside it any number. */
function amountAt({ numbers, before, lead, trail }: NumberRun, at: number): number {
  const text = (index: number) => numbers[index]?.text ?? ''
  if (/^0\d/.test(text(at)) || (at === 0 && lead.includes('+'))) return 0
  let end = at + 1
  const sign = before[end] ?? ''
  const isGrouping = /^(?:[.,'’]|[ \u00A0\u202F])$/u.test(sign)
  const isInGroups = (index: number) => before[index] === sign && text(index).length === 3
  if (isGrouping && text(at).length <= 3) while (end - at < mostGroups && isInGroups(end)) end++
  const groups = end - at
  const point = before[end] ?? ''
  const hasCents = /^[.,]$/.test(point) && point !== sign && /^\d\d?$/.test(text(end))
  if (groups > 1 && hasCents) return groups + 1
  if (groups === 1 && /^[.,]$/.test(sign) && (/^\d\d?$/.test(text(end)) || text(at).length === 1)) {
    return before[end + 1] === sign ? 0 : 2
  }
  const hasCurrency =
    (at === 0 && lead === 'currency') || (end === numbers.length && trail === 'currency')
  if (hasCurrency) return groups
  if (groups === 1) return /^\d{0,6}0000$/.test(text(at)) ? 1 : 0
  // 612 345 678 may be a telephone number; 12 000 000, 1.250.000 and 612,345,678 are amounts.
  return sign === ',' || text(at).length < 3 || groups === 2 || text(end - 1) === '000' ? groups : 0
}

/** A range of years, or of increasing round numbers: `2019-2023`, `1000–1500`. */
function isRange(one: string, two: string, gap: string): boolean {
  if (!/^[/\u2010-\u2015\u2212-]$/u.test(gap)) return false
  const isYear = /^(?:1[5-9]|20)\d\d$/
  if (isYear.test(one) && (isYear.test(two) || /^\d\d$/.test(two))) return true
  const isRound = one.endsWith('0') && two.endsWith('0') && !one.startsWith('0')
  return isRound && !two.startsWith('0') && Number(one) < Number(two) && two.length <= 5
}

/** `21-19`, `9-5`: two small numbers. */
const isScore = (one: string, two: string, gap: string) =>
  /^[\u2010-\u2015\u2212-]$/u.test(gap) && [one, two].every((text) => /^(?:\d|[1-9]\d)$/.test(text))
