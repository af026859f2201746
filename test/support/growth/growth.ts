import { type Attack, nameOf, textOf } from './attacks.ts'

export const shortLength = 5_000
export const longLength = 20_000
/** For a text four times as long: linear work grows by 4, quadratic by 16. */
const mostGrowth = 8
/** Below this a measurement is noise, and the time does no harm. */
const usualFloorMs = 12
/** The search of a pattern needs no memory, so its times vary less. */
export const floorMsOfPatterns = 5
const mostEarlyMs = 100
/** Of the attacks on one function. `npm run test:deep` measures all. */
const mostMeasured = process.env.DEEP === '1' ? Infinity : 12
/** A pause of the machine during the short text hides growth; a second round measures it again. */
const rounds = process.env.DEEP === '1' ? 2 : 1
/** Work that is far from linear would never end at full length; short texts show it first. */
const early = [150, 1_250]
/** Exponential work shows in even shorter texts. Only patterns can have it. */
export const earlyOfPatterns = Array.from({ length: 23 }, (_, step) => Math.round(24 * 1.2 ** step))

/**
 * The same for many attacks on one function: which of them it is, and how its work grows. Measured
 * are those that take longest on the long text. Any other takes less than work that is linear, so it
 * does no harm, however it grows.
 */
export function growthOfSlowest(
  run: (text: string) => unknown,
  tried: readonly Attack[],
): string | undefined {
  const times: { attack: Attack; ms: number }[] = []
  for (const attack of tried) {
    const soon = growthInShortTexts(run, attack, early)
    if (soon) return `${nameOf(attack)}: ${soon}`
    times.push({ attack, ms: spent(run, textOf(attack, longLength)) })
  }
  times.sort((one, other) => other.ms - one.ms)
  for (const { attack } of times.slice(0, mostMeasured)) {
    const found = growthOf(run, attack)
    if (found) return `${nameOf(attack)}: ${found}`
  }
  return undefined
}

function growthInShortTexts(
  run: (text: string) => unknown,
  attack: Attack,
  lengths: readonly number[],
): string | undefined {
  for (const length of lengths) {
    const text = textOf(attack, length)
    const least = leastOf(6, () => spent(run, text), mostEarlyMs)
    if (least > mostEarlyMs) return `${least.toFixed(1)} ms at ${length} characters`
  }
  return undefined
}

/** Describes work that grows faster than the text; undefined if it does not. */
export function growthOf(
  run: (text: string) => unknown,
  attack: Attack,
  { earlyLengths = early, patienceMs = 6_000, floorMs = usualFloorMs } = {},
): string | undefined {
  const soon = growthInShortTexts(run, attack, earlyLengths)
  if (soon) return soon
  const long = textOf(attack, longLength)
  if (spent(run, long) <= floorMs) return undefined
  const short = textOf(attack, shortLength)
  // Four runs on the short text: as much work and memory as one run on the long text, so that
  // garbage collection counts the same.
  const fourTimes = (text: string) => {
    for (let time = 0; time < 4; time++) run(text)
  }
  let [inShort, inLong] = [Infinity, Infinity]
  // The minimum of all rounds, because a busy machine only adds time. Linear work passes in the
  // first quiet moment; work that still grows too fast after `patienceMs` fails.
  const started = performance.now()
  for (let round = 1; ; round++) {
    inShort = Math.min(inShort, spent(fourTimes, short) / 4)
    inLong = Math.min(inLong, spent(run, long))
    if (round < rounds) continue
    if (inLong <= floorMs || inLong < mostGrowth * inShort) return undefined
    if (isLinearFurtherOn(run, attack, inLong)) return undefined
    if (performance.now() - started > patienceMs) break
  }
  return `${inLong.toFixed(1)} ms at ${longLength} characters, ${inShort.toFixed(1)} ms at ${shortLength}`
}

/**
 * Whether the work is linear for much longer texts: texts of 20,000 characters make arrays in another
 * part of V8's memory than those of 5,000, which alone can make linear work look quadratic. On twice
 * the text, linear work takes twice as long and quadratic work four times. False if longer texts are
 * refused, which takes no longer.
 */
function isLinearFurtherOn(run: (text: string) => unknown, attack: Attack, inLong: number) {
  // Where this takes long, quadratic work would take minutes.
  if (inLong > mostEarlyMs) return false
  const longer = textOf(attack, 4 * longLength)
  const longest = textOf(attack, 8 * longLength)
  const growsByTwo = () => {
    const once = spent(run, longer)
    return once > 2 * inLong && spent(run, longest) < 3 * once
  }
  return growsByTwo() || growsByTwo() || growsByTwo()
}

function leastOf(rounds: number, measure: () => number, enough: number): number {
  let least = Infinity
  const started = performance.now()
  for (let round = 0; round < rounds && least > enough; round++) {
    least = Math.min(least, measure())
    if (performance.now() - started > 3_000) break
  }
  return least
}

/** Milliseconds of one run. */
export function spent(run: (text: string) => unknown, text: string): number {
  const started = performance.now()
  run(text)
  return performance.now() - started
}
