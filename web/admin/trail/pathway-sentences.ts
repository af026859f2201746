import { m } from '../../paraglide/messages.js'

/** Of `sentences`: occupations, military codes and pathways. */
export const pathwaySentences = {
  'military-codes.stored': m.trail_military_codes_stored,
}
