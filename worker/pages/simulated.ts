import { figure } from '../foundation/reader/figures.ts'
import type { Said } from '../http/say.ts'

/**
 * How often decisions were wrong in a simulation of the scoring: 30 runs of 5 challenges with 240
 * students each, only the first answers to a challenge. Per 100 people, except `reviews`, which is
 * per answer. `first` and `third`: a person's first challenge, and the third or later.
 * `medianOfThree`: the middle of three reviews decides. The simulation itself is not in this
 * repository.
 */
export const simulated = {
  first: { false: 2.0, far: 0.2, close: 39, missed: 6.6, reviews: 4.6 },
  third: { false: 2.0, far: 0.1, close: 40, missed: 7.1, reviews: 4.3 },
  medianOfThree: { false: 11.8, far: 4.6, close: 34, missed: 13.9, reviews: 3 },
  pilot: { false: 1.9, reviews: 4.1 },
  threeTimesAsManyCareless: { false: 2.2, medianOfThree: 21 },
} as const

/** A figure as text: with one decimal under 20, else without. */
export const written =
  (value: number): Said =>
  (reader) =>
    value < 20 ? figure(reader, value, 1, true) : figure(reader, value)
