import type { ApiError } from '../lib/http/problem.ts'
import { m } from '../paraglide/messages.js'
import {
  choicesIn,
  instantOf,
  ownChoices,
  refusedSlot,
  type SlotDraft,
  wrongSlots,
} from './slots.svelte.ts'

type Words = Record<string, string | undefined>

/** The most times that each side may have on offer, as in the Worker's `booking-input.ts`. */
export const mostOffered = { recruiter: 10, student: 3 }

/**
 * The error of each offered time, by field; the booked time cannot be offered again. Also sets the
 * `choices` of a time in an hour that the clocks repeat.
 */
export function wrongTimes(slots: readonly SlotDraft[], booked: string, now: Date): Words {
  for (const slot of slots) slot.choices ??= ownChoices(slot)
  const found = wrongSlots(slots, now).map((words, index) => {
    const slot = slots[index]
    // A time with an error may not be a valid date.
    const isBooked = !words && slot && instantOf(slot).getTime() === Date.parse(booked)
    return [`slots.${index}`, isBooked ? m.meetings_move_same() : words] as const
  })
  return Object.fromEntries(found)
}

/** The error for the time that the API refused, if it named one. Also sets its `choices`. */
export function refusedTimes(
  refusal: ApiError | undefined,
  slots: readonly SlotDraft[],
): Words | undefined {
  const refused = refusedSlot(refusal)
  if (!refused) return undefined
  const slot = slots[refused.index]
  if (slot) slot.choices = choicesIn(refusal, slot)
  return { [`slots.${refused.index}`]: refused.words }
}
