import { undialled } from './number-meaning.ts'
import { type NumberRun, numberRuns } from './number-run.ts'
import type { SearchedText, Span, Token } from './searched-text.ts'
import { findSpelledNumbers } from './spelled-digits.ts'

const fewestDigits = 7
const mostDigits = 15

/**
 * Finds telephone numbers: 7 to 15 digits of any script or spelled out, with the usual signs
 * between them. Dates, times, ranges and amounts are skipped.
 */
export function findTelephones(text: SearchedText): Span[] {
  const inDigits = numberRuns(text.tokens).flatMap(telephonesIn)
  return [...inDigits, ...findGlued(text.tokens), ...findSpelledNumbers(text.tokens)]
}

function telephonesIn(run: NumberRun): Span[] {
  const spans: Span[] = []
  let from = 0
  let at = 0
  const close = (end: number) => {
    if (isDialled(run, from, end)) spans.push(spanOf(run, from, end))
  }
  while (at < run.numbers.length) {
    const skipped = undialled(run, at, from)
    if (skipped > 0) {
      close(at)
      from = at + skipped
    }
    at += Math.max(skipped, 1)
  }
  close(at)
  return spans
}

function spanOf({ numbers, lead }: NumberRun, from: number, end: number): Span {
  const signs = from === 0 && /^[+(]/.test(lead) ? lead.length : 0
  return { start: (numbers[from]?.start ?? 0) - signs, end: numbers[end - 1]?.end ?? 0 }
}

function isDialled(run: NumberRun, from: number, end: number): boolean {
  const texts = run.numbers.slice(from, end).map(({ text }) => text)
  const digits = texts.reduce((sum, text) => sum + Array.from(text).length, 0)
  if (digits < fewestDigits) return false
  const isMarked = texts[0]?.startsWith('0') || (from === 0 && run.lead.includes('+'))
  if (isMarked && digits <= mostDigits) return true
  const gaps = run.before.slice(from + 1, end)
  if (texts.length > 1 && (texts.every(isYear) || isEven(texts))) return false
  if (texts.length === 2 && isYear(texts[0] ?? '') && gaps[0]?.trim() === '') return false
  // A list of numbers, one per line or with commas, is a telephone number only in very short groups
  // or in groups as people dictate them.
  const isList = gaps.length > 0 && gaps.every((gap) => /[\n,;|]/u.test(gap))
  if (!isList || digits > mostDigits) return !isList
  return (
    texts.every((text) => text.length === texts[0]?.length && text.length < 3) || isSplit(texts)
  )
}

const isYear = (text: string) => /^(?:1[5-9]|20)\d\d$/.test(text)

/** 1, 2, 3 or 10 15 20: a count, not a telephone number. */
function isEven(texts: readonly string[]): boolean {
  const values = texts.map(Number)
  const step = (values[1] ?? 0) - (values[0] ?? 0)
  const isSmall = Math.abs(step) <= 10 && step !== 0
  return isSmall && values.every((value, at) => at === 0 || value - (values[at - 1] ?? 0) === step)
}

/** 555, 010, 4477: groups as people dictate them, one of which begins with a zero. */
const isSplit = (texts: readonly string[]) =>
  texts.length <= 6 &&
  texts.every((text) => text.length >= 2) &&
  texts.some((text) => text.startsWith('0'))

/** Seven or more digits joined to letters: `Tel07700900123`. */
function findGlued(tokens: readonly Token[]): Span[] {
  return tokens
    .filter(({ kind, text }) => kind === 'word' && text.length > fewestDigits)
    .flatMap(({ text, start }) =>
      [...text.matchAll(/\p{Nd}{7,}/gu)].map(({ index, 0: found }) => ({
        start: start + index,
        end: start + index + found.length,
      })),
    )
}
