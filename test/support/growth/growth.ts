import { type Attack, nameOf, textOf } from './attacks.ts'

export const shortLength = 5_000
export const longLength = 20_000
/** For a text four times as long: linear work grows by 4, quadratic by 16. */
const mostGrowth = 8
/**
 * Work that grows with the cube of the text takes this many times as long on the long text as on the
 * short one. So a short text that takes less than this part of the floor needs no long text.
 */
const growthOfCubic = (longLength / shortLength) ** 3
const mostEarlyMs = 100
/** How long work that seems too slow is measured again, as the machine may have been busy. */
const usualPatienceMs = 6_000
/** Of the attacks on one function. `npm run test:deep` measures all. */
const mostMeasured = process.env.DEEP === '1' ? Infinity : 12
/** A pause of the machine during the short text hides growth; a second round measures it again. */
const rounds = process.env.DEEP === '1' ? 2 : 1
/** Work that is far from linear would never end at full length; short texts show it first. */
const early = [150, 1_250]
const usual = { earlyLengths: early, patienceMs: usualPatienceMs, floorMs: 12, takesMemory: true }
/**
 * Exponential work shows in even shorter texts; only patterns can have it. Their search takes no
 * memory, so its times vary less.
 */
export const ofPatterns = {
  earlyLengths: Array.from({ length: 23 }, (_, step) => Math.round(24 * 1.2 ** step)),
  floorMs: 5,
  takesMemory: false,
}

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
    if (isQuick(run, attack, usual.floorMs)) continue
    times.push({ attack, ms: spent(run, textOf(attack, longLength)) })
  }
  times.sort((one, other) => other.ms - one.ms)
  for (const { attack } of times.slice(0, mostMeasured)) {
    const found = growthOf(run, attack)
    if (found) return `${nameOf(attack)}: ${found}`
  }
  return undefined
}

/** Whether the short text shows that the long text stays below the floor. */
const isQuick = (run: (text: string) => unknown, attack: Attack, floorMs: number) =>
  spent(run, textOf(attack, shortLength)) <= floorMs / growthOfCubic

function growthInShortTexts(
  run: (text: string) => unknown,
  attack: Attack,
  lengths: readonly number[],
  patienceMs = usualPatienceMs,
): string | undefined {
  for (const length of lengths) {
    const text = textOf(attack, length)
    const least = leastOf(6, () => spent(run, text), mostEarlyMs, patienceMs / 2)
    if (least > mostEarlyMs) return `${least.toFixed(1)} ms at ${length} characters`
  }
  return undefined
}

/**
 * Describes work that grows faster than the text; undefined if it does not. Below `floorMs` a
 * measurement is noise, and the time does no harm.
 */
export function growthOf(
  run: (text: string) => unknown,
  attack: Attack,
  options: Partial<typeof usual> = {},
): string | undefined {
  const { earlyLengths, patienceMs, floorMs, takesMemory } = { ...usual, ...options }
  const soon = growthInShortTexts(run, attack, earlyLengths, patienceMs)
  if (soon) return soon
  if (isQuick(run, attack, floorMs)) return undefined
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
    if (takesMemory && isLinearFurtherOn(run, attack, inLong)) return undefined
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

function leastOf(
  rounds: number,
  measure: () => number,
  enough: number,
  patienceMs: number,
): number {
  let least = Infinity
  const started = performance.now()
  for (let round = 0; round < rounds && least > enough; round++) {
    least = Math.min(least, measure())
    if (performance.now() - started > patienceMs) break
  }
  return least
}

/** Milliseconds of one run. */
export function spent(run: (text: string) => unknown, text: string): number {
  const started = performance.now()
  run(text)
  return performance.now() - started
}
