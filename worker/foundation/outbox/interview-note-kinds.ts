import * as v from 'valibot'

const version = v.object({ version: v.number() })
/**
 * The start of the interview when the note was written. An interview that is moved gets new notes,
 * and a note with another start than the interview's does nothing.
 */
const booked = v.object({ startsAt: v.number() })
const day = 86_400

/**
 * News for both sides about a change of a request. `version` is the request's version after that.
 */
const toldToBoth = {
  lane: 1,
  consumers: ['student', 'staff'],
  payload: version,
  until: 'always',
} as const

/**
 * The notes of a request and its interview, from delivery to outcome. `note-kinds.ts` has the rest.
 */
export const interviewNoteKinds = {
  'interview.delivery': { lane: 1, consumers: ['deliver'], payload: version, until: 'always' },
  'interview.expiry': { lane: 1, consumers: ['expire'], payload: version, until: 'always' },
  'interview.lapse': { lane: 1, consumers: ['lapse'], payload: version, until: 'always' },
  'interview.delivered': { lane: 1, consumers: ['student'], payload: version, until: 'given' },
  'interview.reminder': { lane: 2, consumers: ['student'], payload: version, until: 'given' },
  'interview.returned': { lane: 1, consumers: ['staff'], payload: version, until: 'always' },
  'interview.answered': {
    lane: 1,
    consumers: ['student', 'staff'],
    payload: v.object({
      version: v.number(),
      answer: v.picklist(['accept', 'decline', 'ask-revision']),
    }),
    until: 'always',
  },
  'interview.withdrawn': { lane: 1, consumers: ['student'], payload: version, until: 'always' },
  'interview.cancelled': toldToBoth,
  'interview.expired': { ...toldToBoth, lane: 2 },
  'interview.lapsed': { ...toldToBoth, lane: 2 },
  'interview.offered': toldToBoth,
  'interview.kept': toldToBoth,
  'interview.moved': toldToBoth,
  'interview.located': {
    lane: 1,
    consumers: ['student'],
    payload: v.object({ sequence: v.number() }),
    until: 'given',
  },
  'interview.near': {
    lane: 1,
    consumers: ['student', 'staff'],
    payload: v.object({ startsAt: v.number(), hours: v.number() }),
    until: 'given',
  },
  'interview.over': {
    lane: 1,
    consumers: ['student', 'staff'],
    payload: booked,
    until: 'given',
  },
  'interview.settle': { lane: 1, consumers: ['hold'], payload: booked, until: 'always' },
  'interview.missed': toldToBoth,
  'interview.disputed': toldToBoth,
  'interview.outcome-due': {
    lane: 2,
    consumers: ['student', 'staff'],
    payload: v.object({ version: v.number(), step: v.number() }),
    until: 'always',
  },
  'interview.outcome': toldToBoth,
  'interview.message': {
    lane: 1,
    consumers: ['student', 'staff'],
    payload: v.object({ messageId: v.string(), side: v.picklist(['recruiter', 'student']) }),
    until: 14 * day,
  },
} as const
