import type { OutcomeKind } from '../../worker/interviews/outcome/outcome-input.ts'
import { m } from '../paraglide/messages.js'
import type { Sides } from './interview.ts'

const toStudent: Record<OutcomeKind, (inputs: { employer: string }) => string> = {
  advance: m.meetings_outcome_advance_student,
  offer: m.meetings_outcome_offer_student,
  'not-selected': m.meetings_outcome_not_selected_student,
  'next-round': m.meetings_outcome_next_round,
  hired: m.meetings_outcome_hired_student,
  'offer-declined': m.meetings_outcome_offer_declined,
}

const toEmployer: Record<OutcomeKind, () => string> = {
  advance: m.meetings_outcome_advance,
  offer: m.meetings_outcome_offer,
  'not-selected': m.meetings_outcome_not_selected,
  'next-round': m.meetings_outcome_next_round,
  hired: m.meetings_outcome_hired,
  'offer-declined': m.meetings_outcome_offer_declined,
}

/** An outcome of an interview, in words for one side. */
export function outcomeWords(outcome: OutcomeKind, { side, other }: Sides): string {
  return side === 'student' ? toStudent[outcome]({ employer: other }) : toEmployer[outcome]()
}
