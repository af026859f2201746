import * as v from 'valibot'

import { EditionInput } from '../../interviews/edition/edition-input.ts'
import { MeetingInput } from '../../interviews/edition/meeting-input.ts'
import { OpeningInput } from '../../talent/opening/opening-input.ts'
import { VisibleFieldsInput } from '../../talent/visibility/visibility-input.ts'
import { Attempt, GivenItems, ItemText, Review } from './work-texts.ts'

/**
 * The content of scenarios/demo/*.yaml, as tools/demo.ts sends it. `…DaysAgo` counts days before
 * the seeding; `inDays` and `startInMonths` count from it.
 */

const listed = {
  /**
   * The entry in the list on /sign-in: position, who it is, what for, and the page where the story
   * continues.
   */
  place: v.optional(v.number()),
  who: v.optional(v.string()),
  what: v.optional(v.string()),
  path: v.optional(v.string()),
}
const person = { id: v.string(), name: v.string(), email: v.string(), ...listed }

const Student = v.strictObject({
  ...person,
  birthYear: v.optional(v.number()),
  cohort: v.string(),
  stage: v.picklist(['invited', 'playing', 'waiting', 'decided']),
  challenge: v.optional(v.string()),
})

const People = v.strictObject({
  college: v.strictObject({
    name: v.string(),
    aliases: v.array(v.string()),
    town: v.string(),
    country: v.string(),
    openProgramme: v.string(),
  }),
  cohorts: v.array(v.strictObject({ id: v.string(), name: v.string() })),
  employer: v.strictObject({
    name: v.string(),
    legalName: v.string(),
    site: v.string(),
    country: v.string(),
    contact: v.string(),
    domain: v.string(),
  }),
  students: v.array(Student),
  mentors: v.array(v.strictObject({ ...person, coaches: v.optional(v.array(v.string()), []) })),
  admins: v.array(v.strictObject(person)),
  employerAdmin: v.strictObject(person),
  recruiters: v.array(v.strictObject(person)),
})

const Opening = v.strictObject({
  ...v.omit(OpeningInput, ['startMonth']).entries,
  id: v.string(),
  state: v.picklist(['approved', 'waiting']),
  by: v.string(),
  daysAgo: v.number(),
  startInMonths: v.number(),
})

const Visible = v.strictObject({
  ...v.omit(VisibleFieldsInput, ['credentials', 'startMonth']).entries,
  student: v.string(),
  daysAgo: v.number(),
  startInMonths: v.number(),
  /** Whether the criteria are shown as well. */
  criteria: v.optional(v.literal(true)),
  excerpt: v.string(),
})

const InterviewRequest = v.strictObject({
  ...v.pick(EditionInput, ['format', 'minutes', 'interviewers', 'next', 'note']).entries,
  id: v.string(),
  student: v.string(),
  opening: v.string(),
  by: v.string(),
  sentDaysAgo: v.number(),
  acceptedDaysAgo: v.optional(v.number()),
  /** The number of the accepted slot, counted from 1. */
  acceptSlot: v.optional(v.number(), 1),
  slots: v.array(v.strictObject({ inDays: v.number(), at: v.string() })),
  /** After acceptance: the place, and a message from the student. */
  locatedDaysAgo: v.optional(v.number()),
  meeting: v.optional(v.omit(MeetingInput, ['sequence'])),
  writtenDaysAgo: v.optional(v.number()),
  message: v.optional(v.string()),
})

const Hiring = v.strictObject({
  openings: v.array(Opening),
  published: v.array(
    v.strictObject({ student: v.string(), daysAgo: v.number(), showName: v.boolean() }),
  ),
  visible: v.array(Visible),
  interviewRequests: v.array(InterviewRequest),
})

export const Demo = v.strictObject({
  people: People,
  attempts: v.array(Attempt),
  reviews: v.array(Review),
  items: v.strictObject({ given: v.array(GivenItems), texts: v.array(ItemText) }),
  hiring: Hiring,
})

export type Demo = v.InferOutput<typeof Demo>
export type DemoOpening = v.InferOutput<typeof Opening>
export type DemoVisible = v.InferOutput<typeof Visible>
export type DemoRequest = v.InferOutput<typeof InterviewRequest>
