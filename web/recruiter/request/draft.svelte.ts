import type { InferInput, InferOutput } from 'valibot'

import type { EditionInput } from '../../../worker/interviews/edition/edition-input.ts'
import { JobDraft, jobOf, numberOf } from '../opening/job-draft.svelte.ts'
import type { OpeningContent } from '../opening/openings.ts'
import { SlotDraft, slotOf } from '../../meeting/slots.svelte.ts'

type Typed = InferOutput<typeof EditionInput>

export const slotsAtLeast = 3
export const slotsAtMost = 10

/** An interview request while it is written, starting from the opening or from a saved wording. */
export class RequestDraft extends JobDraft {
  format = $state<Typed['format']>('video')
  minutes = $state('40')
  interviewers = $state([{ name: '', title: '' }])
  next = $state('')
  promptedBy = $state.raw<string[]>([])
  note = $state('')
  slots = $state.raw(Array.from({ length: slotsAtLeast }, () => new SlotDraft()))

  readonly opening: OpeningContent

  constructor(opening: OpeningContent, edition?: Typed) {
    super(edition ? { ...edition, pay: edition.pay ?? opening.pay } : opening)
    this.opening = opening
    if (!edition) return
    this.format = edition.format
    this.minutes = String(edition.minutes)
    this.interviewers = edition.interviewers.map((one) => ({ ...one }))
    this.next = edition.next
    this.promptedBy = [...edition.promptedBy]
    this.note = edition.note ?? ''
    // Times that have passed stay and get an error.
    this.slots = edition.slots.map((slot) => new SlotDraft(slot))
  }
}

/** The body for the API. */
export function contentOf(draft: RequestDraft): InferInput<typeof EditionInput> {
  const { format, minutes, interviewers, next, promptedBy, note, slots } = draft
  return {
    ...jobOf(draft),
    format,
    minutes: numberOf(minutes),
    interviewers: $state.snapshot(interviewers),
    next,
    promptedBy: [...promptedBy],
    ...(note.trim() && { note }),
    slots: slots.map(slotOf),
  }
}
