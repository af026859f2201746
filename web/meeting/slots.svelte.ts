import type { ApiError } from '../lib/http/problem.ts'
import { offsetOf } from '../../worker/foundation/reader/dates.ts'
import { clock, time, zone } from '../lib/format/dates.ts'
import { m } from '../paraglide/messages.js'
import { momentsOf } from './slot-moments.ts'

interface Offered {
  local: string
  zone: string
  offset?: string | undefined
}

/**
 * An offered time while it is chosen: a day and an hour in the zone of the person who offers it.
 */
export class SlotDraft {
  date = $state('')
  time = $state('')
  zone = $state(zone())
  /** Which of two instants is meant, if the clocks repeat the hour. */
  offset = $state<string>()
  /** The two instants to choose from. */
  choices = $state.raw<{ offset: string; words: string }[]>()

  constructor(offered?: Offered) {
    if (!offered) return
    const [date = '', at = ''] = offered.local.split('T')
    this.date = date
    this.time = at.slice(0, 5)
    this.zone = offered.zone
    this.offset = offered.offset
  }

  /** After a change of the time, an offset chosen for the old one no longer applies. */
  settle(): void {
    this.offset = undefined
    this.choices = undefined
  }
}

export function slotOf({ date, time: at, zone: offeredIn, offset }: SlotDraft): Offered {
  return { local: `${date}T${at}`, zone: offeredIn, ...(offset && { offset }) }
}

const soonestMinutes = 120
const latestDays = 60

/** The error of each time, as far as this device can tell; the API decides. */
export function wrongSlots(slots: readonly SlotDraft[], now: Date): (string | undefined)[] {
  const wrong = slots.map((slot, index) => {
    if (!slot.date || !slot.time) return m.meetings_slot_missing()
    if (Number(slot.time.slice(3, 5)) % 5 !== 0) return m.meetings_slot_grid()
    const same = (other: SlotDraft) =>
      JSON.stringify(slotOf(other)) === JSON.stringify(slotOf(slot))
    if (slots.slice(0, index).some(same)) return m.meetings_slot_repeated()
    const moments = momentsOf(slot)
    if (moments.length === 0) return m.meetings_slot_skipped()
    if (moments.length > 1 && !slot.offset) return m.meetings_slot_twice()
    const minutes = (instantOf(slot).getTime() - now.getTime()) / 60_000
    if (minutes < 0) return m.meetings_slot_over()
    if (minutes < soonestMinutes) return m.meetings_slot_soon()
    return minutes > latestDays * 1440 ? m.meetings_slot_late() : undefined
  })
  return wrong.map((words, index) => words && ofSlot(index, words))
}

/** Names the time by its number, because two can have the same error. */
const ofSlot = (index: number, words: string) => m.meetings_slot_wrong({ number: index + 1, words })

/** The number of the first other time that overlaps this one; 0 if none does. */
export function overlapOf(slots: readonly SlotDraft[], index: number, minutes: number): number {
  const starts = slots.map((slot) =>
    slot.date && slot.time ? instantOf(slot).getTime() : Number.NaN,
  )
  const apart = (start: number) => Math.abs(start - (starts[index] ?? Number.NaN))
  return starts.findIndex((start) => apart(start) > 0 && apart(start) < minutes * 60_000) + 1
}

const refusals: Record<string, () => string> = {
  'slot-time-missing': m.meetings_slot_skipped,
  'slot-time-ambiguous': m.meetings_slot_twice,
  'slot-offset-wrong': m.meetings_slot_offset,
  'slot-zone-unknown': m.meetings_slot_zone,
  'slot-out-of-range': m.meetings_slot_range,
  'slot-repeated': m.meetings_slot_repeated,
}

/** Which time the API refused and why; undefined for other refusals. */
export function refusedSlot(
  refusal: ApiError | undefined,
): { index: number; words: string } | undefined {
  const words = refusal && refusals[refusal.type]
  if (!words) return undefined
  const { fields } = refusal.problem
  const [field]: unknown[] = Array.isArray(fields) ? fields : []
  const index = Number(String(field).split('.')[1] ?? 0) || 0
  return { index, words: ofSlot(index, words()) }
}

/** The two instants of an hour that the clocks repeat, as the API lists them. */
export function choicesIn(
  refusal: ApiError | undefined,
  slot: SlotDraft | undefined,
): SlotDraft['choices'] {
  const choices: unknown = refusal?.problem['choices']
  if (!slot || !Array.isArray(choices)) return undefined
  return choicesOf(slot, choices.map(String))
}

/**
 * The two instants of an hour that the clocks repeat, found on this device; undefined if there is
 * only one.
 */
export function ownChoices(slot: SlotDraft): SlotDraft['choices'] {
  if (!slot.date || !slot.time) return undefined
  const moments = momentsOf(slot)
  return moments.length > 1 ? choicesOf(slot, moments) : undefined
}

function choicesOf(slot: SlotDraft, moments: readonly (Date | string)[]) {
  return moments.map((moment) => {
    const words = `${time(moment, slot.zone)} ${clock(moment, slot.zone)}`
    return { offset: offsetOf(slot.zone, moment), words }
  })
}

/** The times as a student reads them, earliest first. */
export function offeredIn(slots: readonly SlotDraft[], minutes: number) {
  const offered = slots.map((slot) => ({ start: instantOf(slot).getTime(), zone: slot.zone }))
  return offered
    .toSorted((one, other) => one.start - other.start)
    .map(({ start, zone: its }) => ({
      startsAt: new Date(start).toISOString(),
      endsAt: new Date(start + minutes * 60_000).toISOString(),
      zone: its,
    }))
}

/**
 * The instant of an offered time. If the clocks repeat the hour, the chosen one, or else the first.
 * An hour that they skip has no instant, and is read as UTC.
 */
export function instantOf({ date, time: at, zone: its, offset }: SlotDraft): Date {
  if (offset) return new Date(`${date}T${at}:00${offset}`)
  return momentsOf({ date, time: at, zone: its })[0] ?? new Date(`${date}T${at}:00Z`)
}
