import { EditionInput } from '../../../worker/interviews/edition/edition-input.ts'
import { paysLess } from '../../../worker/talent/opening/pay.ts'
import type { ApiError } from '../../lib/http/problem.ts'
import { serverTime } from '../../lib/http/server-time.svelte.ts'
import { wrongFields } from '../../lib/form/wrong-fields.ts'
import { m } from '../../paraglide/messages.js'
import { jobWords, numberOf, spanWords, wrongPay } from '../opening/job-draft.svelte.ts'
import { contentOf, type RequestDraft } from './draft.svelte.ts'
import { choicesIn, ownChoices, refusedSlot, wrongSlots } from '../../meeting/slots.svelte.ts'

type Words = Record<string, string | false | undefined>

/** The error of each field, by its API name, in the order of the form. */
function wordsFor({ interviewers, slots }: RequestDraft): Record<string, string> {
  const people = interviewers.flatMap((_, index) => [
    [`interviewers.${index}.name`, m.recruiter_wrong_interviewer_name()],
    [`interviewers.${index}.title`, m.recruiter_wrong_interviewer_title()],
  ])
  return {
    ...jobWords(),
    minutes: m.recruiter_wrong_minutes(),
    ...Object.fromEntries(people),
    ...Object.fromEntries(slots.map((_, index) => [`slots.${index}`, m.meetings_slot_missing()])),
    promptedBy: m.recruiter_wrong_prompted(),
    next: m.recruiter_wrong_next(),
    note: m.recruiter_wrong_note(),
  }
}

/** Lets the recruiter choose between the two instants of each time that the clocks repeat. */
export function offerHours(draft: RequestDraft): void {
  for (const slot of draft.slots) slot.choices ??= ownChoices(slot)
}

/** The form's errors before it is sent. */
export function wrongIn(draft: RequestDraft): Words {
  const wrong = wrongFields(EditionInput, contentOf(draft))
  const pay = wrongPay(draft.pay)
  pay['pay.minimum'] ||= isUnderOpening(draft) && m.recruiter_wrong_under_opening()
  const slots = wrongSlots(draft.slots, serverTime.now())
  const checks = Object.entries(wordsFor(draft)).map(([field, words]) => {
    const [name, index] = field.split('.')
    if (name === 'slots') return [field, slots[Number(index)]]
    return [field, wrong.includes(field) ? words : pay[field]]
  })
  return Object.fromEntries(checks)
}

/** Whether it pays less than the opening, by the Worker's rule. False while a number is missing. */
function isUnderOpening({ pay, hoursPerWeek, opening }: RequestDraft): boolean {
  const [minimum, maximum] = [numberOf(pay.minimum), numberOf(pay.maximum)]
  return paysLess(
    { ...pay, minimum, maximum, hoursPerWeek: numberOf(hoursPerWeek) },
    { ...opening.pay, hoursPerWeek: opening.hoursPerWeek },
  )
}

const aboutPay: Record<string, (draft: RequestDraft) => string> = {
  'pay-required': m.recruiter_wrong_unpaid,
  'pay-span-too-wide': ({ pay }) => spanWords(pay),
  'pay-under-opening': m.recruiter_wrong_under_opening,
}

/** The errors of the fields that the API refused, if it named some of this form. */
export function refusedFields(
  refusal: ApiError | undefined,
  draft: RequestDraft,
): Words | undefined {
  if (!refusal) return undefined
  const pay = aboutPay[refusal.type]
  if (pay) return { 'pay.minimum': pay(draft) }

  const slot = refusedSlot(refusal)
  if (slot) {
    const refused = draft.slots[slot.index]
    if (refused) refused.choices = choicesIn(refusal, refused)
    return { [`slots.${slot.index}`]: slot.words }
  }
  const named: unknown = refusal.problem['fields']
  if (!Array.isArray(named)) return undefined
  const words = wordsFor(draft)
  const found = named
    .map((field) =>
      String(field)
        .replace(/^content\./, '')
        .replace(/^(slots\.\d+)\..*/, '$1'),
    )
    .flatMap((field) => (words[field] ? [[field, words[field]]] : []))
  return found.length > 0 ? Object.fromEntries(found) : undefined
}
