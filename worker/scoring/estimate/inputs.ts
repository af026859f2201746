import * as v from 'valibot'

import type { Rating } from './estimate.ts'

/** One rating as an estimate used it: level y, and the reviewer's shift b and variance v then. */
const Input = v.strictObject({
  review: v.string(),
  y: v.number(),
  b: v.number(),
  v: v.number(),
  mentor: v.boolean(),
  setAside: v.boolean(),
})

export type EstimateInput = v.InferOutput<typeof Input>

export function readInputs(stored: string): EstimateInput[] {
  return v.parse(v.array(Input), JSON.parse(stored))
}

/** The ratings of stored inputs, from which `estimateOf` gives the same bits again. */
export function ratingsOf(inputs: readonly EstimateInput[]): Rating[] {
  return inputs.map(({ y, b, v: variance, mentor, setAside }) => ({
    level: y,
    shift: b,
    variance,
    mentor,
    setAside,
  }))
}

/**
 * How many people the decision is based on. Leaves out ratings that are set aside; reviews that
 * settled after the decision are not in `inputs`. `personOf`: who wrote a review, because one person
 * can review two rounds.
 */
export function reviewersIn(
  inputs: readonly EstimateInput[],
  personOf: (review: string) => string,
): { peers: number; mentors: number } {
  const used = inputs.filter(({ setAside }) => !setAside)
  const count = (mentor: boolean) =>
    new Set(used.filter((input) => input.mentor === mentor).map(({ review }) => personOf(review)))
      .size
  return { peers: count(false), mentors: count(true) }
}
