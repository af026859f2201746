import { m } from '../../paraglide/messages.js'

/** Of `sentences`: occupations, military codes and pathways. */
export const pathwaySentences = {
  'attestation.ended': m.trail_attestation_ended,
  'attestation.made': m.trail_attestation_made,
  'enrolment.left': m.trail_enrolment_left,
  'enrolment.made': m.trail_enrolment_made,
  'enrolment.moved': m.trail_enrolment_moved,
  'military-codes.stored': m.trail_military_codes_stored,
  'pathway.made': m.trail_pathway_made,
  'pathway.offered': m.trail_pathway_offered,
  'pathway.published': m.trail_pathway_published,
  'pathway.withdrawn': m.trail_pathway_withdrawn,
  'prior-learning.begun': m.trail_prior_learning_begun,
  'prior-learning.discarded': m.trail_prior_learning_discarded,
  'prior-learning.handed-in': m.trail_prior_learning_handed_in,
  'prior-learning.withdrawn': m.trail_prior_learning_withdrawn,
}
