import * as v from 'valibot'

import { contentId, isoDay, line, link, text, version, whole } from '../../foundation/text/input.ts'

/** A month (`2015-01`) or a day (`2015-01-31`). */
const dayOrMonth = v.pipe(
  v.string(),
  v.regex(/^(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-\d\d)?$/),
  v.check((value) => value.length === 7 || v.is(isoDay, value)),
)

/** A job or a duty, paid or not. Without `to` it goes on. */
const Job = v.pipe(
  v.strictObject({
    title: line(80),
    organization: v.optional(line(80, 0), ''),
    from: dayOrMonth,
    to: v.optional(dayOrMonth),
    hoursAWeek: whole(1, 168),
  }),
  v.forward(
    // A month begins with its first day and ends with its last, so equal beginnings are fine.
    v.check(({ from, to }) => to === undefined || to >= from.slice(0, to.length)),
    ['to'],
  ),
)

export const BeginClaimInput = v.strictObject({
  skill: contentId,
  /** It is about service in the armed forces. */
  isService: v.optional(v.boolean(), false),
})

/** Everything but the account. `version` is the one that the page has read. */
export const DescribeClaimInput = v.strictObject({
  isService: v.boolean(),
  leftSchoolOn: v.nullable(dayOrMonth),
  jobs: v.pipe(v.array(Job), v.maxLength(5)),
  links: v.pipe(v.array(link), v.maxLength(5)),
  version,
})

/** `version` is the version that the text is based on, or 0 if nothing was saved yet. */
export const SavePartInput = v.strictObject({ text: text(20_000), version })

/** Contains the texts themselves, because the latest draft may not have arrived. */
export const HandInClaimInput = v.strictObject({
  answers: v.pipe(
    v.record(contentId, text(20_000)),
    v.check((answers) => Object.keys(answers).length <= 4),
  ),
  /** The version of jobs and links that the page has read. */
  version,
})

export type BeginClaimInput = v.InferOutput<typeof BeginClaimInput>
export type DescribeClaimInput = v.InferOutput<typeof DescribeClaimInput>
export type SavePartInput = v.InferOutput<typeof SavePartInput>
export type HandInClaimInput = v.InferOutput<typeof HandInClaimInput>
