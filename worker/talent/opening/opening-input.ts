import * as v from 'valibot'

import { line, text, uuid, version, whole } from '../../foundation/text/input.ts'
import { PayInput } from './pay-input.ts'
import { country, month, region } from './place-input.ts'

export const contracts = [
  'permanent',
  'temporary',
  'apprenticeship',
  'internship',
  'freelance',
] as const

export const PlaceInput = v.strictObject({
  name: line(120),
  country,
  region: v.optional(region),
})

const content = {
  title: line(80, 3),
  duties: text(2_000, 80),
  pay: v.optional(PayInput),
  hoursPerWeek: whole(1, 60),
  startMonth: month,
  contract: v.picklist(contracts),
  place: PlaceInput,
  remote: v.boolean(),
}

/**
 * A job as an employer describes it. Pay is optional here, because missing pay has its own problem.
 */
export const OpeningInput = v.strictObject(content)

/**
 * `version` and `state` are those of the latest wording on the page, so that nobody replaces a
 * wording without having read the decision on it.
 */
export const ChangeOpeningInput = v.strictObject({
  version,
  state: v.picklist(['waiting', 'approved', 'declined']),
  ...content,
})

/** An employer's details can change while they wait: `version` is the one that was read. */
export const DecideInput = v.variant('subjectKind', [
  v.strictObject({ subjectKind: v.literal('employer'), subjectId: uuid, version, ...decision() }),
  v.strictObject({ subjectKind: v.literal('employer-change'), subjectId: uuid, ...decision() }),
  v.strictObject({ subjectKind: v.literal('admission'), subjectId: uuid, ...decision() }),
  v.strictObject({ subjectKind: v.literal('opening-version'), subjectId: uuid, ...decision() }),
])

function decision() {
  return {
    decision: v.picklist(['approved', 'declined']),
    reason: v.optional(line(600)),
  }
}
