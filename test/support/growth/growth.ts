import { type Attack, textOf } from './attacks.ts'

export const shortLength = 5_000
export const longLength = 20_000
/**
 * For a text four times as long: linear work grows by 4, quadratic by 16. Linear work that makes
 * long arrays was seen to grow by 8, because memory for them costs more.
 */
const mostGrowth = 11
/** Below this a measurement is noise, and the time does no harm. */
const usualFloorMs = 12
/** The search of a pattern needs no memory, so its times vary less. */
export const floorMsOfPatterns = 5
const mostEarlyMs = 100
/** A pause of the machine during the short text hides growth; a second round measures it again. */
const rounds = process.env.DEEP === '1' ? 2 : 1
/** Work that is far from linear would never end at full length; short texts show it first. */
const early = [150, 1_250]
/** Exponential work shows in even shorter texts. Only patterns can have it. */
export const earlyOfPatterns = Array.from({ length: 23 }, (_, step) => Math.round(24 * 1.2 ** step))

/** Describes work that grows faster than the text; undefined if it does not. */
export function growthOf(
  run: (text: string) => unknown,
  attack: Attack,
  { earlyLengths = early, patienceMs = 6_000, floorMs = usualFloorMs } = {},
): string | undefined {
  for (const length of earlyLengths) {
    const text = textOf(attack, length)
    const least = leastOf(6, () => spent(run, text), mostEarlyMs)
    if (least > mostEarlyMs) return `${least.toFixed(1)} ms at ${length} characters`
  }
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
    if (performance.now() - started > patienceMs) break
  }
  return `${inLong.toFixed(1)} ms at ${longLength} characters, ${inShort.toFixed(1)} ms at ${shortLength}`
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
