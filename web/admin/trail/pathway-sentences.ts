import { m } from '../../paraglide/messages.js'

/** Of `sentences`: occupations, military codes and pathways. */
export const pathwaySentences = {
  'military-codes.stored': m.trail_military_codes_stored,
  'prior-learning.begun': m.trail_prior_learning_begun,
  'prior-learning.discarded': m.trail_prior_learning_discarded,
  'prior-learning.handed-in': m.trail_prior_learning_handed_in,
  'prior-learning.withdrawn': m.trail_prior_learning_withdrawn,
}
