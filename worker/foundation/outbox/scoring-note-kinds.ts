import * as v from 'valibot'

const nothing = v.object({})
const day = 86_400

/** Of `noteKinds`: what scoring prepares, and what follows from how reviewers are measured. */
export const scoringNoteKinds = {
  'attempt.submitted': {
    lane: 1,
    consumers: ['places', 'prior'],
    payload: nothing,
    until: 'always',
  },
  'review.settled': { lane: 1, consumers: ['score'], payload: nothing, until: 'always' },
  'reviewer.measured': {
    lane: 2,
    consumers: ['estimates'],
    payload: v.object({ role: v.picklist(['peer', 'mentor']), after: v.optional(v.string()) }),
    until: 'always',
  },
  'mentor.differs': { lane: 2, consumers: ['admins'], payload: nothing, until: 7 * day },
} as const
