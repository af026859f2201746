import * as v from 'valibot'

import { line, whole } from '../../foundation/text/input.ts'
import { Branch } from './branch-input.ts'

/** The most codes in one request: a list of 7,000 is sent in 70 parts. */
export const mostRows = 100

/** The most civilian titles of one code. */
export const mostTitles = 40

const Title = v.strictObject({
  title: line(200),
  occupation: v.optional(v.pipe(v.string(), v.regex(/^\d\d-\d{4}\.\d\d$/))),
})

const Row = v.strictObject({
  branch: v.union([Branch, v.literal('unknown')]),
  code: v.pipe(v.string(), v.regex(/^[A-Z0-9]{2,8}$/)),
  name: v.optional(line(200)),
  titles: v.pipe(v.array(Title), v.minLength(1), v.maxLength(mostTitles)),
})

/** A part of a list of military codes, as `readMilitaryFile` reads it. */
export const StoreMilitaryCodesInput = v.pipe(
  v.strictObject({
    /** SHA-256 of the file, so that its parts belong together. */
    fileHash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    /** From 1. */
    part: whole(1, 1_000),
    /** How many parts there are. With the last one, codes of an earlier file end. */
    parts: whole(1, 1_000),
    rows: v.pipe(v.array(Row), v.minLength(1), v.maxLength(mostRows)),
  }),
  v.forward(
    v.check(({ part, parts }) => part <= parts),
    ['part'],
  ),
)

export type StoreMilitaryCodesInput = v.InferOutput<typeof StoreMilitaryCodesInput>
