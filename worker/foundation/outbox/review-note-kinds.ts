import * as v from 'valibot'

const nothing = v.object({})
/** The first, second or third of these reminders. */
const reminder = v.object({ times: v.optional(v.number()) })
const day = 86_400

/** Of `noteKinds`: what reviewers, authors and admins are told about reviews. */
export const reviewNoteKinds = {
  'review.owed': { lane: 2, consumers: ['tell'], payload: reminder, until: day },
  'mentor-review.waiting': { lane: 2, consumers: ['tell'], payload: nothing, until: day },
  // The old name of `mentor-review.waiting`. Rows that an earlier version wrote still have it.
  'mentor-place.waiting': { lane: 2, consumers: ['tell'], payload: nothing, until: day },
  'mentor-time.short': { lane: 2, consumers: ['admins'], payload: nothing, until: day },
  'sharing.asked': { lane: 2, consumers: ['tell'], payload: nothing, until: 'always' },
  'sharing.answered': { lane: 1, consumers: ['tell'], payload: nothing, until: 'always' },
  'sharing.ended': { lane: 1, consumers: ['tell'], payload: nothing, until: 'always' },
  'promise.near': { lane: 2, consumers: ['admins'], payload: nothing, until: day },
  'promise.missed': { lane: 1, consumers: ['author', 'admins'], payload: nothing, until: 2 * day },
  'promise.waits': { lane: 1, consumers: ['author', 'admins'], payload: nothing, until: 7 * day },
  'promise.made-again': { lane: 1, consumers: ['author'], payload: nothing, until: 2 * day },
  'round.exhausted': { lane: 1, consumers: ['score'], payload: nothing, until: 'always' },
  'answer.distressing': { lane: 1, consumers: ['admins'], payload: nothing, until: 'always' },
} as const
