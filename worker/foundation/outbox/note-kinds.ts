import * as v from 'valibot'

import { interviewNoteKinds } from './interview-note-kinds.ts'
import { reviewNoteKinds } from './review-note-kinds.ts'
import { scoringNoteKinds } from './scoring-note-kinds.ts'

/**
 * Which notes are handled first. 0: somebody waits for a mailed code with the page open. 1:
 * somebody expects news soon. 2: everything else. Each lane has a share of every lease
 * (`lease-notes.ts`).
 */
export type Lane = 0 | 1 | 2

interface Kind {
  lane: Lane
  /** Each consumer has its own outbox row, so it is retried and given up on its own. */
  consumers: readonly string[]
  /**
   * Ids, numbers and enums, and no personal text. The exceptions, both sealed, are a mailed code
   * and the token of a mailed link. A payload is emptied when its note is handled or dropped.
   */
  payload: v.GenericSchema
  /**
   * How many seconds after its due time a note is still useful. `given`: the code that writes the
   * note says until when. `always`: the note makes a change that must happen, or its news stays
   * true.
   */
  until: number | 'given' | 'always'
}

const nothing = v.object({})
const consent = v.object({ consentId: v.string() })
const approval = v.object({ approvalId: v.string() })
const day = 86_400

/** Every kind of note. `reactions.ts` must have a function for each consumer of each kind. */
export const noteKinds = {
  'sign-in.code': {
    lane: 0,
    consumers: ['mail'],
    payload: v.object({ code: v.string() }),
    until: 600,
  },
  'sign-in.long-code': {
    lane: 0,
    consumers: ['mail'],
    payload: v.object({ code: v.string() }),
    until: 3_600,
  },
  'erasure.asked': {
    lane: 1,
    consumers: ['mail', 'interviews', 'requests'],
    payload: v.object({ erasureId: v.string(), token: v.string() }),
    until: 'always',
  },
  'erasure.undone': { lane: 1, consumers: ['mail'], payload: nothing, until: 'always' },
  'account.erased': { lane: 1, consumers: ['vault'], payload: nothing, until: 'always' },
  'invitation.made': { lane: 1, consumers: ['mail'], payload: nothing, until: 'given' },
  'employer.applied': { lane: 2, consumers: ['operator'], payload: nothing, until: 'always' },
  'admission.asked': { lane: 2, consumers: ['tell'], payload: nothing, until: 'always' },
  'admission.decided': { lane: 1, consumers: ['tell'], payload: nothing, until: 'always' },
  'employer.approved': { lane: 1, consumers: ['tell'], payload: nothing, until: 'always' },
  'employer.declined': { lane: 1, consumers: ['tell'], payload: nothing, until: 'always' },
  'employer.change-waiting': {
    lane: 2,
    consumers: ['operator'],
    payload: nothing,
    until: 'always',
  },
  'employer.change-approved': { lane: 1, consumers: ['tell'], payload: nothing, until: 'always' },
  'employer.change-declined': { lane: 1, consumers: ['tell'], payload: nothing, until: 'always' },
  'employer.approval-ending': { lane: 2, consumers: ['tell'], payload: approval, until: 'given' },
  'employer.approval-ended': { lane: 2, consumers: ['tell'], payload: approval, until: 'always' },
  'membership.ended': {
    lane: 1,
    consumers: ['tell', 'attempts', 'reviews'],
    payload: nothing,
    until: 'always',
  },
  'challenge.published': { lane: 2, consumers: ['items'], payload: nothing, until: 'always' },
  'decision.made': { lane: 1, consumers: ['tell', 'award'], payload: nothing, until: 'always' },
  'result.opened': { lane: 1, consumers: ['tell'], payload: nothing, until: 'always' },
  'credential.prepared': { lane: 1, consumers: ['sign'], payload: nothing, until: 'always' },
  'credential.issued': { lane: 1, consumers: ['tell'], payload: nothing, until: 'always' },
  'credential.signed-again': { lane: 1, consumers: ['tell'], payload: nothing, until: 'always' },
  'credential.ended': {
    lane: 1,
    consumers: ['list', 'talent', 'tell'],
    payload: nothing,
    until: 'always',
  },
  'credential.expired': {
    lane: 1,
    consumers: ['talent', 'tell'],
    payload: nothing,
    until: 'always',
  },
  'visibility.changed': {
    lane: 1,
    consumers: ['tell', 'interviews'],
    payload: v.object({
      on: v.optional(v.boolean()),
      first: v.optional(v.boolean()),
      found: v.optional(v.boolean()),
      consentId: v.optional(v.string()),
      blockId: v.optional(v.string()),
    }),
    until: 'always',
  },
  'visibility.expiring': { lane: 2, consumers: ['tell'], payload: consent, until: 'given' },
  'visibility.expired': { lane: 1, consumers: ['end'], payload: consent, until: 'always' },
  'visibility.paused': { lane: 2, consumers: ['tell'], payload: nothing, until: 'always' },
  'consent.withdrawn': { lane: 1, consumers: ['interviews'], payload: nothing, until: 'always' },
  'opening.waiting': { lane: 2, consumers: ['operator'], payload: nothing, until: 'always' },
  'opening.approved': { lane: 1, consumers: ['tell'], payload: nothing, until: 'always' },
  'opening.declined': { lane: 1, consumers: ['tell'], payload: nothing, until: 'always' },
  ...interviewNoteKinds,
  ...reviewNoteKinds,
  ...scoringNoteKinds,
  'account.idle': {
    lane: 2,
    consumers: ['tell'],
    payload: v.object({ months: v.number() }),
    until: 'always',
  },
  'note.dead': { lane: 2, consumers: ['operator'], payload: nothing, until: day },
} as const satisfies Record<string, Kind>

export type NoteKind = keyof typeof noteKinds
export type ConsumerOf<K extends NoteKind> = (typeof noteKinds)[K]['consumers'][number]
export type PayloadOf<K extends NoteKind> = v.InferOutput<(typeof noteKinds)[K]['payload']>

/**
 * The entry for a kind read from a row. Undefined if another version of Mettle wrote an unknown
 * kind.
 */
export function kindOf(name: string): Kind | undefined {
  return Object.hasOwn(noteKinds, name) ? noteKinds[name as NoteKind] : undefined
}
