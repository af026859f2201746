import * as v from 'valibot'

import type { Rating } from './estimate.ts'

/** One rating as an estimate used it: y, and of its reviewer at that moment b and v. */
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

/** The same numbers give the same bits again: this is all that an estimate looks at. */
export function ratingsOf(inputs: readonly EstimateInput[]): Rating[] {
  return inputs.map(({ y, b, v: variance, mentor, setAside }) => ({
    level: y,
    shift: b,
    variance,
    mentor,
    setAside,
  }))
}

/** Whose ratings the decision rests on. A review set aside, or late, was read but not used. */
export function reviewersIn(inputs: readonly EstimateInput[]): { peers: number; mentors: number } {
  const used = inputs.filter(({ setAside }) => !setAside)
  const count = (mentor: boolean) =>
    new Set(used.filter((input) => input.mentor === mentor).map(({ review }) => review)).size
  return { peers: count(false), mentors: count(true) }
}
